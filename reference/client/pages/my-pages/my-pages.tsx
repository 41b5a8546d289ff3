import { Tabs } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { Page } from '../../parts/page.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { MyCases } from './my-cases.tsx';
import { MyDrugs } from './my-drugs.tsx';
import { MyMeasurements } from './my-measurements.tsx';
import { MyRecord } from './my-record.tsx';

const TABS = [
  { path: 'record', Content: MyRecord },
  { path: 'drugs', Content: MyDrugs },
  { path: 'measurements', Content: MyMeasurements },
  { path: 'cases', Content: MyCases },
] as const;

/** The patient's own view of the record, as on 1177. */
export function MyPages(): ReactNode {
  const { tab } = useParams();
  const { account } = useSession();
  const { myPages: t } = useTexts();
  const navigate = useNavigate();
  const current = TABS.find(({ path }) => path === tab);
  if (current === undefined) return <Navigate to="/my/record" replace />;
  return (
    <Page title={t.name}>
      <Tabs size="small" value={current.path} onChange={(path) => navigate(`/my/${path}`)}>
        <Tabs.List>
          {TABS.map(({ path }) => (
            <Tabs.Tab key={path} value={path} label={t.tabs[path]} />
          ))}
        </Tabs.List>
        <Tabs.Panel value={current.path} className="tab-panel">
          <current.Content patient={account.patient ?? ''} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

import { Heading, Tabs } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { useSession } from '../../session/session.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Banner } from './banner.tsx';
import { CHART_TYPES, readChart } from './chart.ts';
import { TABS } from './tabs.ts';

/** One patient: who it is at the top of everything, then one tab an area of care. */
export function PatientPage(): ReactNode {
  const { id = '', tab } = useParams();
  // Another patient is another page: nothing half-written or just said about one may stand at the next.
  return <Chart key={id} id={id} tab={tab} />;
}

function Chart({ id, tab }: { readonly id: string; readonly tab: string | undefined }): ReactNode {
  const { account, fhir } = useSession();
  const { banner, tabs } = useTexts();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const live = useLive(
    `chart ${id}`,
    () => readChart(fhir, id),
    aboutPatient(`Patient/${id}`, ...CHART_TYPES),
  );

  const offered = TABS.filter(({ roles }) => roles === undefined || roles.includes(account.role));
  const current = offered.find(({ path }) => path === tab);
  if (current === undefined) return <Navigate to={`/patient/${id}/${offered[0]?.path}`} replace />;
  const chart = live.data;
  return (
    <div className="page">
      <Heading level="1" size="small" className="sr-only">
        {chart === undefined ? banner.name : banner.chartOf(chart.person.name)}
      </Heading>
      <Banner live={live} />
      {chart !== undefined && (
        <Tabs size="small" value={current.path} onChange={(path) => navigate(`/patient/${id}/${path}`)}>
          <Tabs.List>
            {offered.map((tab) => (
              <Tabs.Tab
                key={tab.path}
                value={tab.path}
                label={tab.name === undefined ? tabs[tab.path] : tab.name[language]}
              />
            ))}
          </Tabs.List>
          <Tabs.Panel value={current.path} className="tab-panel">
            <current.Content chart={chart} live={live} />
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  );
}

import type { Communication } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { tokenOf } from '../fhir/concepts.ts';
import type { Stored } from '../fhir/fhir.ts';
import { CRITICAL, callsOf } from '../fhir/laboratory.ts';
import { aboutTypes } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { CriticalCalls } from './orders/critical-calls.tsx';

/** What the laboratory has telephoned to the unit. */
export function CriticalAnswers(): ReactNode {
  const { account, fhir } = useSession();
  const { criticalAnswers: t } = useTexts();
  const unit = account.unit?.reference ?? '';
  const live = useLive(
    `critical ${unit}`,
    async () => {
      const calls = await fhir.search<Stored<Communication>>(
        `Communication?recipient=${unit}&category=${tokenOf(CRITICAL.call)}&_sort=-sent&_count=50`,
      );
      const references = calls.matches.map(({ id }) => `Communication/${id}`).join(',');
      const acknowledgements =
        references === ''
          ? []
          : (await fhir.search<Stored<Communication>>(`Communication?part-of=${references}&_count=200`))
              .matches;
      return callsOf([...calls.matches, ...acknowledgements]);
    },
    aboutTypes('Communication'),
  );
  return (
    <Page title={t.name}>
      <Panel name={t.name} live={live}>
        {(calls) => <CriticalCalls calls={calls} refresh={live.refresh} />}
      </Panel>
    </Page>
  );
}

import type { DiagnosticReport, ServiceRequest } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { isMistake } from '../../authority/mistakes.ts';
import type { Stored } from '../fhir/fhir.ts';
import { reportsIn, storiesOf, testOf } from '../fhir/laboratory.ts';
import { idBehind, numberOf } from '../fhir/numbers.ts';
import { aboutTypes } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { RecordTable } from '../parts/record-table.tsx';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';

/** The latest orders of the one signed in, with their answers: what waits to be read. */
export function MyAnswers(): ReactNode {
  const { account, fhir } = useSession();
  const { orders: t, myAnswers, common } = useTexts();
  const orderer = encodeURIComponent(`${SYSTEMS.hsaId}|${account.hsaId}`);
  const live = useLive(
    `my-answers ${orderer}`,
    async () => {
      const orders = await fhir.search<Stored<ServiceRequest>>(
        `ServiceRequest?requester:identifier=${orderer}&_sort=-authored&_count=30`,
      );
      const references = orders.matches.map(({ id }) => `ServiceRequest/${id}`).join(',');
      const reports =
        references === ''
          ? []
          : reportsIn(
              await fhir.search<Stored<DiagnosticReport>>(
                `DiagnosticReport?based-on=${references}&status=final&_include=DiagnosticReport:result&_count=100`,
              ),
            );
      return storiesOf(orders.matches, reports, []);
    },
    aboutTypes('ServiceRequest', 'DiagnosticReport'),
  );
  return (
    <Page title={myAnswers.name}>
      <Panel name={myAnswers.name} live={live}>
        {(stories) => (
          <RecordTable
            name={myAnswers.name}
            rows={stories.filter(({ order }) => !isMistake(order))}
            columns={[
              {
                heading: common.number,
                names: true,
                cell: ({ order }) => (
                  <Link to={`/patient/${idBehind(order.subject)}/orders`}>{numberOf(order)}</Link>
                ),
              },
              { heading: t.test, cell: ({ order }) => testOf(order) },
              { heading: t.ordered, cell: ({ order }) => <Moment at={order.authoredOn} /> },
              { heading: t.answers, cell: ({ reports }) => reports.length },
              {
                heading: t.answer,
                cell: ({ reports }) => (
                  <div className="written-text">{reports.map(({ text }) => text).join('\n')}</div>
                ),
              },
            ]}
          />
        )}
      </Panel>
    </Page>
  );
}

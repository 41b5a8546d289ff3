import type { Communication, DiagnosticReport, ServiceRequest, Specimen } from '@medplum/fhirtypes';
import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Refusal } from '../../fhir/errors.ts';
import type { Fhir, Stored } from '../../fhir/fhir.ts';
import {
  type CriticalCall,
  callsOf,
  type OrderStory,
  orderOf,
  reportsIn,
  storiesOf,
} from '../../fhir/laboratory.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { recordsOf } from '../../fhir/people.ts';
import { unitsOf } from '../../fhir/units.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { FormCard } from '../../parts/form-card.tsx';
import { Panel } from '../../parts/panel.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { wordsOfHouse } from '../../words.ts';
import { AnalyteTable } from '../orders/analyte-table.tsx';
import { CriticalCalls } from '../orders/critical-calls.tsx';
import { OrderTable } from '../orders/order-table.tsx';
import { ReportList } from '../orders/report-list.tsx';
import { encounterOf } from './chart.ts';
import type { TabProps } from './tabs.ts';

/** Orders to the laboratory, specimens, answers and telephoned answers of one patient. */
export function OrdersTab({ chart }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { orders: t, common } = useTexts();
  const { tests } = wordsOfHouse();
  const { reference } = chart.person;
  const live = useLive(
    `orders ${recordsOf(chart.person)}`,
    () => readOrders(fhir, recordsOf(chart.person)),
    aboutPatient(reference, 'ServiceRequest', 'DiagnosticReport', 'Specimen', 'Communication'),
  );
  return (
    <div className="stack">
      <FormCard
        name={t.order}
        submit={t.sign}
        act="order tests"
        save={async (values) => {
          const laboratories = await unitsOf(fhir, 'laboratory');
          const laboratory = laboratories.find(({ id }) => id === values.text('laboratory'));
          const test = tests.find(({ word }) => word === values.text('test'));
          if (test === undefined) throw new Refusal(404, common.notOnList);
          const stored = await fhir.create<ServiceRequest>({
            ...orderOf(test, { reference }, laboratory?.reference ?? {}),
            ...encounterOf(chart),
          });
          live.refresh();
          return { number: numberOf(stored) };
        }}
      >
        <Select size="small" name="test" label={t.test}>
          {tests.map(({ word }) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </Select>
        <UnitSelect kind="laboratory" name="laboratory" label={t.laboratory} />
      </FormCard>
      <Panel name={t.panel} live={live}>
        {({ stories, calls }) => (
          <div className="stack">
            <OrderTable name={t.list} stories={stories} refresh={live.refresh} />
            <AnalyteTable reports={stories.flatMap(({ reports }) => reports)} sex={chart.person.sex} />
            <ReportList reports={stories.flatMap(({ reports }) => reports)} />
            <CriticalCalls calls={calls} refresh={live.refresh} />
          </div>
        )}
      </Panel>
    </div>
  );
}

async function readOrders(
  fhir: Fhir,
  patient: string,
): Promise<{ stories: OrderStory[]; calls: CriticalCall[] }> {
  const [orders, reports, specimens, communications] = await Promise.all([
    fhir.search<Stored<ServiceRequest>>(`ServiceRequest?subject=${patient}&_sort=-authored&_count=100`),
    fhir.search<Stored<DiagnosticReport>>(
      `DiagnosticReport?subject=${patient}&status=final&_sort=-issued&_include=DiagnosticReport:result&_count=100`,
    ),
    fhir.search<Specimen>(`Specimen?subject=${patient}&_count=100`),
    fhir.search<Stored<Communication>>(`Communication?subject=${patient}&_sort=-sent&_count=100`),
  ]);
  return {
    stories: storiesOf(orders.matches, reportsIn(reports), specimens.matches),
    calls: callsOf(communications.matches),
  };
}

import type { Observation } from '@medplum/fhirtypes';
import { Select, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { VITAL_SIGNS, type VitalSigns } from '../../../../domain/news2.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { recordsOf } from '../../fhir/people.ts';
import { PANELS, vitalSignsPanel } from '../../fhir/vital-signs.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { FormCard, type Values } from '../../parts/form-card.tsx';
import { Panel } from '../../parts/panel.tsx';
import { VitalsTable } from '../../parts/vitals-table.tsx';
import { useSession } from '../../session/session.tsx';
import { useLanguage } from '../../texts/language.tsx';
import { encounterOf } from './chart.ts';
import type { TabProps } from './tabs.ts';

const NUMBERS = [
  'respiratoryRate',
  'oxygenSaturation',
  'systolicPressure',
  'heartRate',
  'temperature',
] as const;
/** What a device measured is here when somebody has confirmed it. */
const CONFIRMED = 'final,amended,corrected,entered-in-error';
const CONSCIOUSNESS = ['A', 'C', 'V', 'P', 'U'] as const;

export function VitalsTab({ chart, live: chartLive }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { language, texts } = useLanguage();
  const { vitals: t, common } = texts;
  const { reference } = chart.person;
  const records = recordsOf(chart.person);
  const live = useLive(
    `vitals ${records}`,
    async () =>
      (
        await fhir.search<Observation>(
          `Observation?subject=${records}&code=${PANELS.vitalSigns},${PANELS.bloodPressure}&status=${CONFIRMED}&_sort=-date&_count=100`,
        )
      ).matches,
    aboutPatient(reference, 'Observation'),
  );
  return (
    <div className="stack">
      <FormCard
        name={t.record}
        submit={common.save}
        act="record measurements"
        save={async (values) => {
          const stored = await fhir.create<Observation>({
            ...vitalSignsPanel(vitalSignsIn(values)),
            subject: { reference },
            ...encounterOf(chart),
          });
          live.refresh();
          chartLive.refresh();
          return { number: numberOf(stored) };
        }}
      >
        {NUMBERS.map((sign) => (
          <TextField
            key={sign}
            size="small"
            name={sign}
            label={VITAL_SIGNS[sign][language]}
            description={t.units[sign]}
            inputMode="decimal"
            pattern="[0-9]+([.,][0-9]+)?"
            required
            autoComplete="off"
          />
        ))}
        <Select size="small" name="supplementalOxygen" label={VITAL_SIGNS.supplementalOxygen[language]}>
          <option value="no">{common.no}</option>
          <option value="yes">{common.yes}</option>
        </Select>
        <Select size="small" name="consciousness" label={VITAL_SIGNS.consciousness[language]}>
          {CONSCIOUSNESS.map((level) => (
            <option key={level} value={level}>
              {t.consciousness[level]}
            </option>
          ))}
        </Select>
      </FormCard>
      <Panel name={t.list} live={live}>
        {(panels) => (
          <VitalsTable
            panels={panels}
            undone={() => {
              live.refresh();
              chartLive.refresh();
            }}
          />
        )}
      </Panel>
    </div>
  );
}

const vitalSignsIn = (values: Values): VitalSigns => ({
  respiratoryRate: values.number('respiratoryRate'),
  oxygenSaturation: values.number('oxygenSaturation'),
  systolicPressure: values.number('systolicPressure'),
  heartRate: values.number('heartRate'),
  temperature: values.number('temperature'),
  supplementalOxygen: values.text('supplementalOxygen') === 'yes',
  consciousness: values.text('consciousness') as VitalSigns['consciousness'],
});

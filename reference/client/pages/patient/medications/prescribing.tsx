import type { MedicationRequest } from '@medplum/fhirtypes';
import { Select } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { scheduleText } from '../../../../../domain/codes/drugs.ts';
import { Refusal } from '../../../fhir/errors.ts';
import type { Stored } from '../../../fhir/fhir.ts';
import { drugOf, prescriptionOf, schedulesFor, withDose } from '../../../fhir/medication.ts';
import { numberOf } from '../../../fhir/numbers.ts';
import { FormCard, type Values } from '../../../parts/form-card.tsx';
import { useSession } from '../../../session/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { wordsOfHouse } from '../../../words.ts';
import { encounterOf } from '../chart.ts';
import type { MedicationViewProps } from '../medications.tsx';
import { DoseFields } from './dose-fields.tsx';

/** The physician's part: prescribe, with the system's stop or warnings, and change. */
export function Prescribing({ chart, medications, refresh }: MedicationViewProps): ReactNode {
  const { fhir } = useSession();
  const { medications: t, common } = useTexts();
  const { drugs } = wordsOfHouse();
  const [chosen, setChosen] = useState(drugs[0]?.word);
  const drug = drugs.find(({ word }) => word === chosen);
  const schedules = drug === undefined ? [] : schedulesFor(drug);
  const { requests } = medications;
  const whichPrescription = (
    <Select size="small" name="request" label={t.prescription}>
      {requests.map((request) => (
        <option key={request.id} value={numberOf(request)}>
          {drugOf(request)} {numberOf(request)}
        </option>
      ))}
    </Select>
  );

  /** Changes the prescription that is chosen. */
  async function change(
    values: Values,
    changed: (current: Stored<MedicationRequest>) => Stored<MedicationRequest>,
  ) {
    const current = requests.find((request) => numberOf(request) === values.text('request'));
    if (current === undefined) throw new Refusal(404, t.noPrescription);
    const stored = await fhir.update(changed(current));
    refresh();
    return { number: numberOf(stored) };
  }

  return (
    <div className="cards">
      <FormCard
        name={t.prescribe}
        submit={t.sign}
        act="prescribe drugs"
        save={async (values) => {
          const schedule = schedules.find((each) => scheduleText(each) === values.text('schedule'));
          if (drug === undefined || schedule === undefined) throw new Refusal(404, common.notOnList);
          const stored = await fhir.create<MedicationRequest>({
            ...prescriptionOf(drug, values.number('dose'), values.text('unit'), schedule),
            subject: { reference: chart.person.reference },
            ...encounterOf(chart),
          });
          refresh();
          return { number: numberOf(stored) };
        }}
      >
        <Select
          size="small"
          name="drug"
          label={t.drug}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          {drugs.map(({ word }) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </Select>
        <DoseFields key={chosen} {...(drug && { dose: drug.dose, unit: drug.unit })} />
        <Select size="small" name="schedule" label={t.schedule} key={`${chosen} schedule`}>
          {schedules.map(scheduleText).map((words) => (
            <option key={words} value={words}>
              {words}
            </option>
          ))}
        </Select>
      </FormCard>
      <FormCard
        name={t.changeDose}
        submit={t.sign}
        act="prescribe drugs"
        save={(values) =>
          change(values, (current) => withDose(current, values.number('dose'), values.text('unit')))
        }
      >
        {whichPrescription}
        <DoseFields />
      </FormCard>
      <FormCard
        name={t.stop}
        submit={t.stopNow}
        act="prescribe drugs"
        save={(values) => change(values, (current) => ({ ...current, status: 'stopped' }))}
      >
        {whichPrescription}
      </FormCard>
    </div>
  );
}

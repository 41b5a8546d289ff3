import type { MedicationRequest } from '@medplum/fhirtypes';
import { Select } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { Refusal } from '../../../fhir/errors.ts';
import { drugOf, prescriptionOf, withDose } from '../../../fhir/medication.ts';
import { numberOf } from '../../../fhir/numbers.ts';
import { FormCard } from '../../../parts/form-card.tsx';
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
  const { requests } = medications;
  return (
    <div className="cards">
      <FormCard
        name={t.prescribe}
        submit={t.sign}
        act="prescribe drugs"
        save={async (values) => {
          if (drug === undefined) throw new Refusal(404, common.notOnList);
          const stored = await fhir.create<MedicationRequest>({
            ...prescriptionOf(drug, values.number('dose'), values.text('unit')),
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
      </FormCard>
      <FormCard
        name={t.changeDose}
        submit={t.sign}
        act="prescribe drugs"
        save={async (values) => {
          const current = requests.find((request) => numberOf(request) === values.text('request'));
          if (current === undefined) throw new Refusal(404, t.noPrescription);
          const stored = await fhir.update(withDose(current, values.number('dose'), values.text('unit')));
          refresh();
          return { number: numberOf(stored) };
        }}
      >
        <Select size="small" name="request" label={t.prescription}>
          {requests.map((request) => (
            <option key={request.id} value={numberOf(request)}>
              {drugOf(request)} {numberOf(request)}
            </option>
          ))}
        </Select>
        <DoseFields />
      </FormCard>
    </div>
  );
}

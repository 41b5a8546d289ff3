import type { AllergyIntolerance } from '@medplum/fhirtypes';
import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { coded } from '../../fhir/concepts.ts';
import { Refusal } from '../../fhir/errors.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { FormCard } from '../../parts/form-card.tsx';
import { Mistakes, standing } from '../../parts/mistakes.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { Undo } from '../../parts/undo.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { wordsOfHouse } from '../../words.ts';
import type { TabProps } from './tabs.ts';

export function AllergiesTab({ chart, live }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { allergies: t, common, undo } = useTexts();
  const allergyIn = ({ code }: AllergyIntolerance) => code?.text ?? code?.coding?.[0]?.display ?? '';
  const { allergens } = wordsOfHouse();
  return (
    <div className="stack">
      <Panel name={t.list} live={live}>
        {({ allergies }) => (
          <>
            <RecordTable
              name={t.list}
              rows={standing(allergies)}
              columns={[
                { heading: common.number, names: true, cell: numberOf },
                { heading: t.allergy, cell: allergyIn },
                { heading: t.recorded, cell: ({ recordedDate }) => <Moment at={recordedDate} /> },
                {
                  heading: undo.action,
                  cell: (allergy) => <Undo entry={allergy} what={undo.entries.allergy} done={live.refresh} />,
                },
              ]}
            />
            <Mistakes of={allergies} what={undo.entries.allergy} words={allergyIn} />
          </>
        )}
      </Panel>
      <FormCard
        name={t.record}
        submit={common.save}
        act="record allergies"
        save={async (values) => {
          const allergen = allergens.find(({ word }) => word === values.text('allergen'));
          if (allergen === undefined) throw new Refusal(404, common.notOnList);
          const stored = await fhir.create<AllergyIntolerance>({
            resourceType: 'AllergyIntolerance',
            clinicalStatus: { coding: [{ system: SYSTEMS.allergyClinical, code: 'active' }] },
            criticality: 'high',
            code: coded(SYSTEMS.snomed, allergen.snomed, allergen.display),
            patient: { reference: chart.person.reference },
            recordedDate: new Date().toISOString(),
          });
          live.refresh();
          return { number: numberOf(stored) };
        }}
      >
        <Select size="small" name="allergen" label={t.allergy}>
          {allergens.map(({ word, display }) => (
            <option key={word} value={word}>
              {display}
            </option>
          ))}
        </Select>
      </FormCard>
    </div>
  );
}

import type { AllergyIntolerance } from '@medplum/fhirtypes';
import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { ALLERGENS, type AllergenName } from '../../../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { coded } from '../../fhir/concepts.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { FormCard } from '../../parts/form-card.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { TabProps } from './tabs.ts';

export function AllergiesTab({ chart, live }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { allergies: t, common } = useTexts();
  return (
    <div className="stack">
      <Panel name={t.list} live={live}>
        {({ allergies }) => (
          <RecordTable
            name={t.list}
            rows={allergies}
            columns={[
              { heading: common.number, names: true, cell: numberOf },
              { heading: t.allergy, cell: ({ code }) => code?.text ?? code?.coding?.[0]?.display },
              { heading: t.recorded, cell: ({ recordedDate }) => <Moment at={recordedDate} /> },
            ]}
          />
        )}
      </Panel>
      <FormCard
        name={t.record}
        submit={common.save}
        save={async (values) => {
          const { snomed, display } = ALLERGENS[values.text('allergen') as AllergenName];
          const stored = await fhir.create<AllergyIntolerance>({
            resourceType: 'AllergyIntolerance',
            clinicalStatus: { coding: [{ system: SYSTEMS.allergyClinical, code: 'active' }] },
            criticality: 'high',
            code: coded(SYSTEMS.snomed, snomed, display),
            patient: { reference: chart.person.reference },
            recordedDate: new Date().toISOString(),
          });
          live.refresh();
          return { number: numberOf(stored) };
        }}
      >
        <Select size="small" name="allergen" label={t.allergy}>
          {Object.entries(ALLERGENS).map(([name, { display }]) => (
            <option key={name} value={name}>
              {display}
            </option>
          ))}
        </Select>
      </FormCard>
    </div>
  );
}

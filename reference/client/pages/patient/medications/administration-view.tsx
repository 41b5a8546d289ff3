import type { MedicationAdministration } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { administrationOf } from '../../../fhir/medication.ts';
import { numberOf } from '../../../fhir/numbers.ts';
import { SaveButton } from '../../../parts/save-button.tsx';
import { useSession } from '../../../session/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import type { MedicationViewProps } from '../medications.tsx';
import { MedicationTable } from './medication-table.tsx';

/** The nurse's list: give the dose that the list says. */
export function AdministrationView({ medications, refresh }: MedicationViewProps): ReactNode {
  const { fhir } = useSession();
  const { medications: t } = useTexts();
  return (
    <MedicationTable
      name={t.lists.nurse}
      requests={medications.requests}
      extra={{
        heading: t.action,
        cell: (request) => (
          <SaveButton
            label={t.giveOf(numberOf(request))}
            act="give drugs"
            save={async () => {
              const stored = await fhir.create<MedicationAdministration>(administrationOf(request));
              refresh();
              return { number: numberOf(stored) };
            }}
          >
            {t.give}
          </SaveButton>
        ),
      }}
    />
  );
}

import type { MedicationAdministration } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { drugOf, quantityText } from '../../../fhir/medication.ts';
import { numberBehind, numberOf } from '../../../fhir/numbers.ts';
import { Mistakes, standing } from '../../../parts/mistakes.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { RecordTable } from '../../../parts/record-table.tsx';
import { Undo } from '../../../parts/undo.tsx';
import { useTexts } from '../../../texts/language.tsx';

/** What the patient has been given, latest first. */
export function GivenDoses(props: {
  readonly given: readonly MedicationAdministration[];
  undone(): void;
}): ReactNode {
  const { medications: t, common, administrationStatus, undo } = useTexts();
  return (
    <>
      <RecordTable
        name={t.given}
        titled
        rows={standing(props.given)}
        columns={[
          { heading: common.number, names: true, cell: numberOf },
          { heading: t.prescription, cell: ({ request }) => numberBehind(request) },
          { heading: t.drug, cell: drugOf },
          { heading: t.dose, cell: ({ dosage }) => quantityText(dosage?.dose) },
          { heading: t.givenAt, cell: ({ effectiveDateTime }) => <Moment at={effectiveDateTime} /> },
          { heading: t.givenBy, wide: true, cell: ({ performer }) => performer?.[0]?.actor.display ?? '–' },
          {
            heading: common.status,
            cell: ({ status }) => administrationStatus[status as keyof typeof administrationStatus] ?? status,
          },
          {
            heading: undo.action,
            cell: (dose) => <Undo entry={dose} what={undo.entries.dose} done={props.undone} />,
          },
        ]}
      />
      <Mistakes
        of={props.given}
        what={undo.entries.dose}
        words={(dose) => `${drugOf(dose)} ${quantityText(dose.dosage?.dose)}`}
      />
    </>
  );
}

import type { DetectedIssue, MedicationRequest } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import type { Stored } from '../../../fhir/fhir.ts';
import { doseOf, drugOf, quantityText, scheduleIn } from '../../../fhir/medication.ts';
import { idBehind, numberOf } from '../../../fhir/numbers.ts';
import { type Column, RecordTable } from '../../../parts/record-table.tsx';
import { useTexts } from '../../../texts/language.tsx';

/** Drugs and doses, the same columns in every view, and what the view adds. */
export function MedicationTable(props: {
  readonly name: string;
  readonly requests: readonly Stored<MedicationRequest>[];
  readonly extra?: Column<Stored<MedicationRequest>>;
  readonly undo?: Column<Stored<MedicationRequest>>;
}): ReactNode {
  const { medications: t, common } = useTexts();
  return (
    <RecordTable
      name={props.name}
      rows={props.requests}
      columns={[
        { heading: common.number, names: true, cell: numberOf },
        { heading: t.drug, cell: drugOf },
        { heading: t.dose, cell: (request) => quantityText(doseOf(request)) },
        { heading: t.schedule, cell: (request) => scheduleIn(request) ?? '–' },
        {
          heading: t.instruction,
          wide: true,
          cell: (request) => request.dosageInstruction?.[0]?.text ?? '–',
        },
        { heading: t.prescriber, wide: true, cell: ({ requester }) => requester?.display ?? '–' },
        ...(props.extra === undefined ? [] : [props.extra]),
        ...(props.undo === undefined ? [] : [props.undo]),
      ]}
    />
  );
}

/** What decision support says of one prescription. */
export const warningsOf = (
  request: MedicationRequest,
  warnings: readonly DetectedIssue[],
): readonly DetectedIssue[] =>
  warnings.filter(({ implicated }) => implicated?.some((reference) => idBehind(reference) === request.id));

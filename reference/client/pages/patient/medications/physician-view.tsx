import { Alert } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Undo } from '../../../parts/undo.tsx';
import { useTexts } from '../../../texts/language.tsx';
import type { MedicationViewProps } from '../medications.tsx';
import { MedicationTable, warningsOf } from './medication-table.tsx';

/** The physician's list, with what decision support warns of. */
export function PhysicianView({ medications, refresh }: MedicationViewProps): ReactNode {
  const { medications: t, undo } = useTexts();
  return (
    <MedicationTable
      name={t.lists.physician}
      requests={medications.requests}
      extra={{
        heading: t.warning,
        cell: (request) =>
          warningsOf(request, medications.warnings).map(({ id, detail }) => (
            <Alert key={id} size="small" inline variant="warning">
              {detail}
            </Alert>
          )),
      }}
      undo={{
        heading: undo.action,
        cell: (request) => <Undo entry={request} what={undo.entries.prescription} done={refresh} />,
      }}
    />
  );
}

import type { Task } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { SYSTEMS } from '../../../../../domain/codes/systems.ts';
import { codeIn, concept } from '../../../fhir/concepts.ts';
import { idBehind, numberOf, referenceTo } from '../../../fhir/numbers.ts';
import { SaveButton } from '../../../parts/save-button.tsx';
import { useSession } from '../../../session/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import type { MedicationViewProps } from '../medications.tsx';
import { MedicationTable } from './medication-table.tsx';

const REVIEW = 'review-prescription';

/** The pharmacist's list: which prescriptions are reviewed, and which wait. */
export function ReviewView({ chart, medications, refresh }: MedicationViewProps): ReactNode {
  const { fhir } = useSession();
  const { medications: t } = useTexts();
  const reviewed = new Set(
    medications.reviews
      .filter(({ code }) => codeIn(SYSTEMS.genrep, code) === REVIEW)
      .map(({ focus }) => idBehind(focus)),
  );
  return (
    <MedicationTable
      name={t.lists.pharmacist}
      requests={medications.requests}
      extra={{
        heading: t.review,
        cell: (request) => (
          <>
            {reviewed.has(request.id) ? t.reviewed : t.notReviewed}
            <SaveButton
              label={t.reviewOf(numberOf(request))}
              act="review prescriptions"
              save={async () => {
                const stored = await fhir.create<Task>({
                  resourceType: 'Task',
                  status: 'completed',
                  intent: 'order',
                  code: concept(REVIEW, t.review),
                  focus: referenceTo(request),
                  for: { reference: chart.person.reference },
                  authoredOn: new Date().toISOString(),
                });
                refresh();
                return { number: numberOf(stored) };
              }}
            >
              {t.markReviewed}
            </SaveButton>
          </>
        ),
      }}
    />
  );
}

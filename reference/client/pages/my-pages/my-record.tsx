import type { DiagnosticReport, DocumentReference } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import type { Stored } from '../../fhir/fhir.ts';
import { reportsIn } from '../../fhir/laboratory.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { DocumentList } from '../../parts/document-list.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { ReportList } from '../orders/report-list.tsx';

/** Notes and answers, as soon as they are written. */
export function MyRecord({ patient }: { readonly patient: string }): ReactNode {
  const { fhir } = useSession();
  const { myPages: t } = useTexts();
  const live = useLive(
    `my-record ${patient}`,
    async () => {
      const [documents, reports] = await Promise.all([
        fhir.search<DocumentReference>(`DocumentReference?subject=${patient}&_sort=-date&_count=100`),
        fhir.search<Stored<DiagnosticReport>>(
          `DiagnosticReport?subject=${patient}&_sort=-issued&_include=DiagnosticReport:result&_count=100`,
        ),
      ]);
      return { documents: documents.matches, reports: reportsIn(reports) };
    },
    aboutPatient(patient, 'DocumentReference', 'DiagnosticReport'),
  );
  return (
    <Panel name={t.tabs.record} live={live}>
      {({ documents, reports }) => (
        <div className="stack">
          <section aria-label={t.notes}>
            <DocumentList documents={documents} />
          </section>
          <ReportList reports={reports} />
        </div>
      )}
    </Panel>
  );
}

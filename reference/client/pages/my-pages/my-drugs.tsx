import type { MedicationRequest } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import type { Stored } from '../../fhir/fhir.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { Panel } from '../../parts/panel.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { MedicationTable } from '../patient/medications/medication-table.tsx';

export function MyDrugs({ patient }: { readonly patient: string }): ReactNode {
  const { fhir } = useSession();
  const { medications: t } = useTexts();
  const live = useLive(
    `my-drugs ${patient}`,
    async () =>
      (
        await fhir.search<Stored<MedicationRequest>>(
          `MedicationRequest?subject=${patient}&status=active&_count=100`,
        )
      ).matches,
    aboutPatient(patient, 'MedicationRequest'),
  );
  return (
    <Panel name={t.lists.patient} live={live}>
      {(requests) => <MedicationTable name={t.lists.patient} requests={requests} />}
    </Panel>
  );
}

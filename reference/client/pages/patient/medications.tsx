import type { DetectedIssue, MedicationAdministration, MedicationRequest, Task } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import type { Role } from '../../../../domain/role.ts';
import type { Fhir, Stored } from '../../fhir/fhir.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { Panel } from '../../parts/panel.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { AdministrationView } from './medications/administration-view.tsx';
import { GivenDoses } from './medications/given-doses.tsx';
import { PhysicianView } from './medications/physician-view.tsx';
import { Prescribing } from './medications/prescribing.tsx';
import { ReviewView } from './medications/review-view.tsx';
import type { TabProps } from './tabs.ts';

/** What the lists of drugs are made of. */
interface Medications {
  readonly requests: readonly Stored<MedicationRequest>[];
  readonly given: readonly MedicationAdministration[];
  readonly warnings: readonly DetectedIssue[];
  readonly reviews: readonly Task[];
}

export interface MedicationViewProps extends TabProps {
  readonly medications: Medications;
  refresh(): void;
}

type View = 'physician' | 'nurse' | 'pharmacist';

/** Which list each role works with; the physician's, to read, for all others. */
const VIEW_OF: Partial<Record<Role, View>> = {
  nurse: 'nurse',
  'assistant-nurse': 'nurse',
  'district-nurse': 'nurse',
  pharmacist: 'pharmacist',
};

const VIEWS: Record<View, (props: MedicationViewProps) => ReactNode> = {
  physician: PhysicianView,
  nurse: AdministrationView,
  pharmacist: ReviewView,
};

/** The patient's drugs as the signed-in person's work needs them. */
export function MedicationsTab(props: TabProps): ReactNode {
  const { account, fhir } = useSession();
  const { medications: t } = useTexts();
  const { reference } = props.chart.person;
  const live = useLive(
    `medications ${reference}`,
    () => readMedications(fhir, reference),
    aboutPatient(reference, 'MedicationRequest', 'MedicationAdministration', 'DetectedIssue', 'Task'),
  );
  const view = VIEW_OF[account.role] ?? 'physician';
  const View = VIEWS[view];
  return (
    <Panel name={t.lists[view]} live={live}>
      {(medications) => (
        <div className="stack">
          <View {...props} medications={medications} refresh={live.refresh} />
          <Prescribing {...props} medications={medications} refresh={live.refresh} />
          <GivenDoses given={medications.given} />
        </div>
      )}
    </Panel>
  );
}

async function readMedications(fhir: Fhir, patient: string): Promise<Medications> {
  const [requests, given, warnings, reviews] = await Promise.all([
    fhir.search<Stored<MedicationRequest>>(`MedicationRequest?subject=${patient}&status=active&_count=100`),
    fhir.search<MedicationAdministration>(
      `MedicationAdministration?subject=${patient}&_sort=-effective-time&_count=100`,
    ),
    fhir.search<DetectedIssue>(`DetectedIssue?patient=${patient}&_count=100`),
    fhir.search<Task>(`Task?patient=${patient}&status=completed&_count=100`),
  ]);
  return {
    requests: requests.matches,
    given: given.matches,
    warnings: warnings.matches,
    reviews: reviews.matches,
  };
}

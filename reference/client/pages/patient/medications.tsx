import type { DetectedIssue, MedicationAdministration, MedicationRequest, Task } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import type { Role } from '../../../../domain/role.ts';
import type { Fhir, Stored } from '../../fhir/fhir.ts';
import { doseOf, drugOf, quantityText } from '../../fhir/medication.ts';
import { recordsOf } from '../../fhir/people.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { Mistakes, standing } from '../../parts/mistakes.tsx';
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
  /** Also those that were entered by mistake, for those who may see them. */
  readonly all: readonly MedicationRequest[];
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
  const { medications: t, undo } = useTexts();
  const { reference } = props.chart.person;
  const live = useLive(
    `medications ${recordsOf(props.chart.person)}`,
    () => readMedications(fhir, recordsOf(props.chart.person)),
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
          <Mistakes
            of={medications.all}
            what={undo.entries.prescription}
            words={(request) => `${drugOf(request)} ${quantityText(doseOf(request))}`}
          />
          <GivenDoses given={medications.given} undone={live.refresh} />
        </div>
      )}
    </Panel>
  );
}

async function readMedications(fhir: Fhir, patient: string): Promise<Medications> {
  const [requests, given, warnings, reviews] = await Promise.all([
    fhir.search<Stored<MedicationRequest>>(
      `MedicationRequest?subject=${patient}&status=active,entered-in-error&_count=100`,
    ),
    fhir.search<MedicationAdministration>(
      `MedicationAdministration?subject=${patient}&_sort=-effective-time&_count=100`,
    ),
    fhir.search<DetectedIssue>(`DetectedIssue?patient=${patient}&_count=100`),
    fhir.search<Task>(`Task?patient=${patient}&status=completed&_count=100`),
  ]);
  return {
    requests: standing(requests.matches),
    all: requests.matches,
    given: given.matches,
    warnings: standing(warnings.matches),
    reviews: reviews.matches,
  };
}

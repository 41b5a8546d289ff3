import type { Patient, Resource } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { identityShown } from '../../systems/driver/shielding.ts';
import { listed } from '../../systems/driver/words.ts';
import type { Listed } from '../../systems/fhir-r4/client.ts';
import { concept } from '../../systems/fhir-r4/concepts.ts';
import { everyNeed, type Needs, type QuestionWay, type TaskWay } from '../../systems/fhir-r4/handler.ts';
import type { Workstation } from '../../systems/fhir-r4/workstation.ts';
import { documentOf } from '../documentation/index.ts';
import { type AdmissionQuestion, type AdmissionTask, SURFACES, type Surface } from './activities.ts';

const APART = { readersToldApart: true } as const;
const PRINTED: Needs = { ...APART, searches: [['DocumentReference', 'subject', 'type']] };

const NEEDS: Readonly<Record<Surface, Needs>> = {
  'unit-list': { ...APART, searches: [['Encounter', 'service-provider', 'status', 'subject']] },
  chart: { ...APART, interactions: [['read', 'Patient']] },
  letter: PRINTED,
  label: PRINTED,
  export: { ...APART, operations: [['Patient', 'everything']] },
};

/**
 * What is asked of a server that does not say it shields: a readable name is red there too, and so is a lost mark, which
 * those who show the record are to heed. Whom a name is hidden from can be told only where people sign in.
 */
export const identityMarked = (
  shownOn: (surface: Surface, at: Workstation) => Promise<Pick<Listed<Resource>, 'seen' | 'all'>>,
): QuestionWay<Of<AdmissionQuestion, 'identity-shielded'>> => ({
  needs: everyNeed(Object.values(NEEDS)),
  needsOf: ({ surface }) => NEEDS[surface],
  expected: ({ surface }) => `Varken namn eller adress går att läsa i ${SURFACES[surface]}.`,
  async look({ surface }, at) {
    const shown = await shownOn(surface, at);
    if (shown.seen.length === 0 && shown.all().length === 0) {
      return { seen: false, observed: `Det finns inget att läsa i ${SURFACES[surface]}.` };
    }
    if (shown.seen.some((each) => isPerson(each) && !isMarked(each))) {
      return { seen: false, observed: `Märkningen om skyddad identitet finns inte i ${SURFACES[surface]}.` };
    }
    const leaks = identityShown(at.context.patient, shown.seen);
    const observed =
      leaks.length === 0
        ? 'Varken namn eller adress går att läsa.'
        : `I ${SURFACES[surface]} går det att läsa ${listed(leaks)}.`;
    return { seen: leaks.length === 0 && shown.all().length > 0, observed };
  },
});

/** A server that prints nothing keeps the text that its reader's own program printed, of what that reader may read. */
export const printedByReader: TaskWay<Of<AdmissionTask, 'print-document'>> = {
  needs: {
    interactions: [
      ['read', 'Patient'],
      ['create', 'DocumentReference'],
    ],
  },
  async perform({ document }, at) {
    const person = await at.client.read('Patient', at.patient);
    const { name: [name] = [], address: [address] = [] } = person;
    const lines = [
      name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim(),
      ...(document === 'letter' ? [...(address?.line ?? []), address?.postalCode, address?.city] : []),
      person.identifier?.[0]?.value,
    ];
    const text = lines.filter((line) => line !== undefined && line !== '').join('\n');
    return { ...(await at.make(documentOf(concept(document), text, at))), remark: PRINTED_BY_READER };
  },
};

const PRINTED_BY_READER =
  'Systemet har ingen utskrift; texten sattes samman av det som läsaren fick se, och sparades. Utskriften är inte prövad.';

const isPerson = (resource: Resource): resource is Patient => resource.resourceType === 'Patient';

const isMarked = ({ meta }: Patient): boolean =>
  meta?.security?.some(({ system }) => system === SYSTEMS.securityLabel) ?? false;

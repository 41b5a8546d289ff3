import type { Patient } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { decodeBase64, encodeBase64 } from '../../systems/driver/base64.ts';
import { quoted } from '../../systems/driver/words.ts';
import { coded, isAt } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Needs, QuestionTable, Sight, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { IdentityQuestion, IdentityTask } from './activities.ts';
import { reserveNumberFor } from './reserve-number.ts';

type Noting = Of<IdentityTask, 'note-on-unknown'>;

const LINKING: Needs = {
  interactions: [
    ['read', 'Patient'],
    ['update', 'Patient'],
  ],
};
const READING: Needs = {
  interactions: [['read', 'Patient']],
  searches: [['DocumentReference', 'subject']],
};

const tasks: TaskTable<IdentityTask> = {
  'register-unknown': {
    needs: { interactions: [['create', 'Patient']] },
    async perform(_, at) {
      const identifier = reserveNumberFor(at.context.token);
      const made = await at.about(undefined).create<Patient>(
        {
          resourceType: 'Patient',
          identifier: [{ ...identifier }],
          active: true,
          name: [{ text: 'Okänd Person', family: 'Person', given: ['Okänd'] }],
          gender: 'unknown',
        },
        at.context.token,
      );
      return { ...made, data: { number: identifier.value } };
    },
  },

  'note-on-unknown': {
    needs: { interactions: [['create', 'DocumentReference']] },
    perform({ unknown, text }, at) {
      const reference = madeBy(at, unknown);
      return at.about(reference).create(
        {
          resourceType: 'DocumentReference',
          status: 'current',
          type: coded(SYSTEMS.loinc, '34109-9', 'Anteckning'),
          subject: { reference },
          date: at.now(),
          author: [at.me],
          content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: encodeBase64(text) } }],
        },
        at.context.token,
      );
    },
  },

  'join-records': {
    needs: LINKING,
    async perform({ unknown }, at) {
      const other = madeBy(at, unknown);
      await changeLinks(at, other, (patient) => ({
        ...patient,
        active: false,
        link: [...without(patient, at.patient), { other: { reference: at.patient }, type: 'replaced-by' }],
      }));
      await changeLinks(at, at.patient, (patient) => ({
        ...patient,
        link: [...without(patient, other), { other: { reference: other }, type: 'replaces' }],
      }));
      return { reference: other };
    },
  },

  'part-records': {
    needs: LINKING,
    async perform({ unknown }, at) {
      const other = madeBy(at, unknown);
      await changeLinks(at, at.patient, (patient) => linked(patient, without(patient, other)));
      await changeLinks(at, other, (patient) => ({
        ...linked(patient, without(patient, at.patient)),
        active: true,
      }));
      return { reference: other };
    },
  },
};

type Links = NonNullable<Patient['link']>;

const without = ({ link = [] }: Patient, reference: string): Links =>
  link.filter(({ other }) => localReference(other.reference ?? '') !== reference);

/** FHIR has no empty lists. */
function linked({ link: _, ...patient }: Patient, link: Links): Patient {
  return link.length === 0 ? patient : { ...patient, link };
}

const changeLinks = (
  at: Workstation,
  reference: string,
  change: (patient: Patient) => Patient,
): Promise<void> => at.about(reference).update('Patient', reference, at.context.token, change);

const questions: QuestionTable<IdentityQuestion> = {
  'histories-together': {
    needs: READING,
    expected: ({ note }) => `Från patientens journal finns också ”${note.ref}”, som skrevs om den okända.`,
    async look({ unknown, note }, at) {
      const { joined, text } = await bothHistories(unknown, note, at);
      const isRead = text === textOf(note, at);
      return {
        seen: joined === 'both' && isRead,
        observed: `${JOINED[joined]} ${told(text)}`,
      };
    },
  },

  'histories-apart': {
    needs: READING,
    expected: ({ note }) => `”${note.ref}” står hos den okända, och inte hos patienten.`,
    async look({ unknown, note }, at): Promise<Sight> {
      const { joined, text } = await bothHistories(unknown, note, at);
      const isRead = text === textOf(note, at);
      return { seen: joined === 'none' && isRead, observed: `${JOINED[joined]} ${told(text)}` };
    },
  },
};

const JOINED = {
  both: 'Journalerna pekar på varandra.',
  patient: 'Patientens journal pekar på den okändas, men inte tvärtom.',
  unknown: 'Den okändas journal pekar på patientens, men inte tvärtom.',
  none: 'Journalerna är skilda åt.',
} as const;

const told = (text: string | undefined): string =>
  text === undefined
    ? 'Anteckningen om den okända finns inte.'
    : `Anteckningen om den okända lyder ${quoted(text)}.`;

const textOf = (note: Ref, at: Workstation): string =>
  taskBehind<Noting>(at.context, note.ref, 'note-on-unknown').text;

async function bothHistories(
  unknown: Ref,
  note: Ref,
  at: Workstation,
): Promise<{ readonly joined: keyof typeof JOINED; readonly text: string | undefined }> {
  const other = madeBy(at, unknown);
  const ofUnknown = at.about(other);
  const [patient, stranger] = [
    await at.client.read('Patient', at.patient),
    await ofUnknown.read('Patient', other),
  ];
  const leadsThere = pointsAt(patient, other, 'replaces');
  const leadsBack = pointsAt(stranger, at.patient, 'replaced-by');
  const notes = await ofUnknown.search('DocumentReference', { subject: other });
  const found = notes.find((each) => isAt(each, madeBy(at, note)));
  return {
    joined: leadsThere ? (leadsBack ? 'both' : 'patient') : leadsBack ? 'unknown' : 'none',
    text: found && decodeBase64(found.content[0]?.attachment.data ?? ''),
  };
}

const pointsAt = ({ link = [] }: Patient, reference: string, type: Links[number]['type']): boolean =>
  link.some((each) => each.type === type && localReference(each.other.reference ?? '') === reference);

export const fhir: FhirArea = { tasks, questions };

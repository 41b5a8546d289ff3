import type { Resource } from '@medplum/fhirtypes';
import type { AccessWay, Thing } from '../domain/access-evidence.ts';
import type { Account } from '../systems/driver/account.ts';
import type { AccessAnswer } from '../systems/open-access.ts';
import { resourcesIn } from './resources.ts';
import { type Planted, type Someone, toldBy, type World } from './world.ts';

/** What a look came to. */
export interface Seen {
  readonly seen: 'shown' | 'kept' | 'not-covered' | 'error';
  readonly observed: string;
}

/** The type of each thing, and the search parameter that says whose it is. */
const TYPES: Readonly<Partial<Record<Thing, readonly [type: string, parameter: string]>>> = {
  note: ['DocumentReference', 'patient'],
  drug: ['MedicationRequest', 'patient'],
  allergy: ['AllergyIntolerance', 'patient'],
  measurement: ['Observation', 'patient'],
  answer: ['DiagnosticReport', 'patient'],
  contact: ['Encounter', 'patient'],
  booking: ['Appointment', 'actor'],
  message: ['Communication', 'patient'],
  'blocked-at-all': ['Consent', 'patient'],
  'blocked-where': ['Consent', 'patient'],
  log: ['AuditEvent', 'patient'],
};

/** Where something is looked for. */
export interface Look {
  readonly world: World;
  readonly account: Account;
  readonly whose: Someone;
  readonly thing: Thing;
  readonly target: Planted;
}

const PAGE = '_count=500';

const ask = ({ world, account, whose }: Look, address: string): Promise<AccessAnswer> =>
  world.door.send(account, { method: 'GET', address, about: whose.reference });

export const typeOf = (thing: Thing): readonly [type: string, parameter: string] =>
  TYPES[thing] ?? ['Patient', '_id'];

/** A search for all of a kind that is about somebody. */
export const searchFor = (thing: Thing, { reference }: Pick<Someone, 'reference'>): string => {
  const [type, parameter] = typeOf(thing);
  if (parameter === '_id') return `Patient?_id=${reference.replace('Patient/', '')}`;
  return `${type}?${parameter}=${encodeURIComponent(reference)}&${PAGE}`;
};

type WayTo = (look: Look) => Promise<Seen>;

/** The ways to something that is read; one of each. */
const WAYS: Readonly<Record<Exclude<AccessWay, 'do'>, WayTo>> = {
  read: async (look) => judged(look, [await ask(look, look.target.reference)]),

  search: async (look) => judged(look, [await ask(look, searchFor(look.thing, look.whose))]),

  async include(look) {
    const { thing, whose } = look;
    const [type, parameter] = typeOf(thing);
    const id = whose.reference.replace('Patient/', '');
    const address =
      thing === 'protected-identity'
        ? `Encounter?patient=${encodeURIComponent(whose.reference)}&_include=Encounter:patient`
        : `Patient?_id=${id}&_revinclude=${type}:${parameter}`;
    return judged(look, [await ask(look, address)]);
  },

  async history(look) {
    const { reference } = look.target;
    return judged(look, [
      await ask(look, `${reference}/_history`),
      await ask(look, `${reference}/_history/1`),
    ]);
  },

  everything: async (look) => judged(look, [await ask(look, `${look.whose.reference}/$everything`)]),

  /** A number tells of what is not shown, where it is more than what the same search shows. */
  async count(look) {
    const address = searchFor(look.thing, look.whose);
    const [all, counted] = [await ask(look, address), await ask(look, `${address}&_summary=count`)];
    const total = counted.body?.resourceType === 'Bundle' ? counted.body.total : undefined;
    if (counted.status >= 400 || total === undefined) return judged(look, [counted]);
    const others = resourcesIn(all.body).filter((each) => referenceTo(each) !== look.target.reference);
    return total > others.length
      ? { seen: 'shown', observed: `antalet är ${total}, och utan det ${others.length}` }
      : { seen: 'kept', observed: `antalet är ${total}` };
  },

  /** Whether somebody is found by what the reader may not be shown. */
  async 'ask-by-it'(look) {
    const { thing, target, whose } = look;
    const id = whose.reference.replace('Patient/', '');
    const [type, parameter] = typeOf(thing);
    const address =
      thing === 'protected-identity'
        ? `Patient?_id=${id}&family=${encodeURIComponent(whose.patient.familyName)}`
        : `Patient?_id=${id}&_has:${type}:${parameter}:_id=${target.reference.split('/')[1]}`;
    const answer = await ask(look, address);
    if (answer.status === 400 || answer.status === 501)
      return { seen: 'not-covered', observed: `Systemet söker inte så (${toldBy(answer)}).` };
    if (answer.status >= 500) return { seen: 'error', observed: toldBy(answer) };
    return resourcesIn(answer.body).some((each) => referenceTo(each) === whose.reference)
      ? { seen: 'shown', observed: 'personen hittas på det som inte ska visas' }
      : { seen: 'kept', observed: 'ingen hittas på det' };
  },
};

/** Looks for something in one way. */
export const lookFor = (way: Exclude<AccessWay, 'do'>, look: Look): Promise<Seen> => WAYS[way](look);

/** Shown where any answer holds it, by its name or by a word of it; an answer of an error says nothing. */
function judged(look: Look, answers: readonly AccessAnswer[]): Seen {
  if (answers.some((answer) => isShownIn(answer, look)))
    return { seen: 'shown', observed: 'uppgiften visas' };
  const broken = answers.find(({ status }) => status >= 500);
  if (broken !== undefined) return { seen: 'error', observed: toldBy(broken) };
  const [first] = answers;
  return {
    seen: 'kept',
    observed: first === undefined || first.status < 300 ? 'uppgiften är inte med i svaret' : toldBy(first),
  };
}

function isShownIn({ status, text, body }: AccessAnswer, { thing, target }: Look): boolean {
  if (status >= 400) return false;
  if (thing === 'log') return resourcesIn(body).length > 0;
  if (thing === 'blocked-at-all')
    return resourcesIn(body).some((each) => referenceTo(each) === target.reference);
  if (target.words.some((word) => text.includes(word))) return true;
  // A person's record is there for all to see; that it names the person is what is looked for.
  if (thing === 'protected-identity' || thing === 'blocked-where') return false;
  return resourcesIn(body).some((each) => referenceTo(each) === target.reference);
}

const referenceTo = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`;

import type { Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Tried } from '../../../domain/fact.ts';
import { actorPhrase, ROLES, type Role, UNIT_KINDS, type UnitKind } from '../../../domain/role.ts';
import { SystemError } from '../../care-system.ts';
import type { Account } from '../../driver/account.ts';
import type { ExchangeRequest } from '../exchange.ts';
import type { TransportResponse } from '../transport.ts';
import { localReference } from '../url.ts';
import { FORBIDDEN } from './access.ts';
import { fetchAll } from './fetch.ts';
import type { Person, Write } from './ledger.ts';
import { accountOf, drawn, hasOperation, keepsLog, type Surroundings } from './surroundings.ts';

/** Something that is tried once a flow has ended, with what its steps wrote. */
interface Probe {
  readonly id: string;
  /** Tries it with the first of these that it can be tried with; undefined where there is none. */
  readonly ready: (
    at: Surroundings,
    person: Person,
    writes: readonly Write[],
  ) => (() => Promise<Tried>) | undefined;
}

/** Marks what a probe writes, where it can. */
const probeToken = (write: Write, probe: string): string =>
  `${write.token.slice(0, write.token.indexOf('.'))}.watch.${probe}`;

const phraseOf = (role: Role, unit: UnitKind | null) => ({
  sv: actorPhrase({ role, unit }),
  en: `${ROLES[role].en}${unit === null ? '' : ` at ${UNIT_KINDS[unit].en}`}`,
});

/** Writing what is not one's to write: what a step wrote, once more, by somebody who must not. */
const forbidden: readonly Probe[] = FORBIDDEN.flatMap(({ type, code, sv, en, never }) =>
  never.map(([role, unit]): Probe => {
    const id = `${role}-${type}${code === undefined ? '' : `-${code}`}`;
    return {
      id,
      ready(at, person, writes) {
        const write = writes.find(
          ({ interaction, what, resource }) =>
            interaction === 'made' &&
            what === type &&
            fits(resource, code) &&
            !isOfOther(type, code, resource),
        );
        const account = accountOf(at, { role, unit }, person);
        if (write === undefined || account === undefined || account === write.account) return undefined;
        const who = phraseOf(role, unit);
        return () =>
          tried(
            at,
            account,
            { method: 'POST', address: type, name: `POST ${type}`, body: bodyOf(write, id) },
            {
              probe: id,
              sv: `${who.sv} försöker ${sv}`,
              en: `${who.en} tries to ${en}`,
              about: 'authority',
              instance: write.instance,
              kind: write.kind,
              expected: 'Systemet säger nej.',
            },
            isNo,
          );
      },
    };
  }),
);

/** The first rule of a type that fits decides; what another is about says nothing of this one. */
const isOfOther = (type: string, code: string | undefined, resource: Resource): boolean =>
  code === undefined &&
  FORBIDDEN.some((other) => other.type === type && other.code !== undefined && fits(resource, other.code));

const fits = (resource: Resource, code: string | undefined): boolean =>
  code === undefined || JSON.stringify(Reflect.get(resource, 'code') ?? '').includes(`"${code}"`);

/** What a step changed, changed once more from the version before: whoever was first must not be overwritten. */
const stale: Probe = {
  id: 'stale-version',
  ready(at, _person, writes) {
    const write = writes.findLast(
      ({ interaction, request }) => interaction === 'changed' && request.headers?.['if-match'] !== undefined,
    );
    if (write === undefined) return undefined;
    return () =>
      tried(
        at,
        write.account,
        write.request,
        {
          probe: 'stale-version',
          sv: 'samma uppgift ändras en gång till från den äldre versionen, som om två hade öppnat den samtidigt',
          en: 'the same thing is changed once more from the version before, as if two had opened it at once',
          about: 'two-at-once',
          instance: write.instance,
          kind: write.kind,
          expected: 'Den som kom sist får ett klart nej.',
          reference: write.id,
        },
        ({ status }) => (status === 409 || status === 412 ? true : status < 300 ? false : undefined),
      );
  },
};

/** What a step made, sent once more as after a lost answer: it must not be made twice. */
const resent: Probe = {
  id: 'sent-twice',
  ready(at, _person, writes) {
    const write = writes.findLast(
      ({ interaction, request, passedOn }) =>
        interaction === 'made' && passedOn === undefined && request.headers?.['if-none-exist'] !== undefined,
    );
    if (write === undefined) return undefined;
    return () =>
      tried(
        at,
        write.account,
        write.request,
        {
          probe: 'sent-twice',
          sv: 'samma sak skickas en gång till, som när ett svar har kommit bort',
          en: 'the same thing is sent once more, as when an answer was lost',
          about: 'sent-twice',
          instance: write.instance,
          kind: write.kind,
          expected: 'Systemet känner igen den och sparar den inte två gånger.',
          reference: write.id,
        },
        (response) => {
          if (response.status === 409 || response.status === 412) return true;
          if (response.status >= 300) return undefined;
          const location = response.header('location');
          return response.status === 200 || (location !== undefined && localReference(location) === write.id);
        },
      );
  },
};

/** Changing, or marking as a mistake, what somebody else has written. */
const anothers: Probe = {
  id: 'anothers-note',
  ready(at, person, writes) {
    const write = writes.findLast(
      ({ interaction, what }) => interaction === 'made' && what === 'DocumentReference',
    );
    const other =
      write && accountOf(at, { role: write.role === 'nurse' ? 'physician' : 'nurse', unit: 'ward' }, person);
    if (write === undefined || other === undefined) return undefined;
    const mistaken = { ...write.resource, id: write.id.split('/')[1], status: 'entered-in-error' };
    return () =>
      tried(
        at,
        other,
        { method: 'PUT', address: write.id, name: `PUT ${write.what}/:id`, body: JSON.stringify(mistaken) },
        {
          probe: 'anothers-note',
          sv: 'någon försöker stryka en anteckning som en annan har skrivit',
          en: 'somebody tries to strike out a note that somebody else wrote',
          about: 'authority',
          instance: write.instance,
          kind: write.kind,
          expected: 'Systemet säger nej.',
          reference: write.id,
        },
        isNo,
      );
  },
};

/** Changing who somebody is. */
const register: Probe = {
  id: 'nurse-Patient',
  ready(at, person, writes) {
    const account = accountOf(at, { role: 'nurse', unit: 'ward' }, person);
    const [write] = writes;
    if (account === undefined || write === undefined) return undefined;
    return async () => {
      const read = await fetchAll(at.exchange, at.accounts.registry, person.reference, 'GET Patient/:id');
      const [patient] = read.resources;
      return tried(
        at,
        account,
        {
          method: 'PUT',
          address: person.reference,
          name: 'PUT Patient/:id',
          body: JSON.stringify(patient ?? { resourceType: 'Patient', id: person.reference.split('/')[1] }),
        },
        {
          probe: 'nurse-Patient',
          sv: 'sjuksköterskan försöker ändra folkbokföringens uppgifter om patienten',
          en: 'the nurse tries to change what the population register says of the patient',
          about: 'authority',
          instance: write.instance,
          expected: 'Systemet säger nej.',
          reference: person.reference,
        },
        isNo,
      );
    };
  },
};

/** Coming in without being signed in, or with what nobody was given. */
const strangers: readonly Probe[] = (
  [
    [
      'unsigned',
      'någon som inte är inloggad läser patienten',
      'somebody who is not signed in reads the patient',
      {},
    ],
    [
      'false-token',
      'någon läser patienten med ett påhittat inloggningsbevis',
      'somebody reads the patient with a token that nobody gave',
      { authorization: 'Bearer genrep-watch-nobody' },
    ],
  ] as const
).map(([id, sv, en, headers]) => ({
  id,
  ready(at, person, writes) {
    const [write] = writes;
    if (!at.toldApart || write === undefined) return undefined;
    return () =>
      tried(
        at,
        undefined,
        { method: 'GET', address: person.reference, name: 'GET Patient/:id', headers },
        { probe: id, sv, en, about: 'signing-in', instance: write.instance, expected: 'Systemet säger nej.' },
        isNo,
      );
  },
}));

/** Reading who has opened the record, which is for those who follow it up. */
const log: readonly Probe[] = (
  [
    ['nurse', 'ward'],
    ['physician', 'ward'],
    ['biomedical-scientist', 'laboratory'],
    ['care-manager', 'municipality'],
    ['patient', null],
  ] as const
).map(([role, unit]) => ({
  id: `${role}-AuditEvent`,
  ready(at, person, writes) {
    const account = accountOf(at, { role, unit }, person);
    const [write] = writes;
    if (account === undefined || write === undefined || !keepsLog(at)) return undefined;
    const who = phraseOf(role, unit);
    const address = `AuditEvent?patient=${encodeURIComponent(person.reference)}&_count=5`;
    return () =>
      tried(
        at,
        account,
        { method: 'GET', address, name: 'GET AuditEvent?patient' },
        {
          probe: `${role}-AuditEvent`,
          sv: `${who.sv} försöker läsa loggen över vem som har öppnat journalen`,
          en: `${who.en} tries to read the log of who has opened the record`,
          about: 'authority',
          instance: write.instance,
          expected: 'Systemet säger nej, eller visar inget.',
        },
        (response) =>
          response.status !== 200 ? isNo(response) : response.pick('entry.0.resource.id') === undefined,
      );
  },
}));

/** A label printed for the patient; what it says is read with all other prints. */
export async function printLabel(at: Surroundings, writes: readonly Write[]): Promise<void> {
  const stay = writes.findLast(({ what, interaction }) => what === 'Encounter' && interaction === 'made');
  if (stay === undefined || !hasOperation(at, 'Encounter', 'print')) return;
  const address = `${stay.id}/$print?document=label`;
  await at.exchange(stay.account, { method: 'POST', address, name: 'POST Encounter/:id/$print' });
}

const PROBES: readonly Probe[] = [...log, ...forbidden, stale, resent, anothers, register, ...strangers];

/** Which probes there are is tried evenly: those least tried so far before the others. */
export class Probes {
  readonly #times = new Map<string, number>();

  async afterFlow(at: Surroundings, person: Person, writes: readonly Write[], most: number): Promise<void> {
    const draws = drawn(at, 'probes', person.patient.key);
    const ready = PROBES.flatMap((probe) => {
      const run = isAboutRoles(probe) && !at.toldApart ? undefined : probe.ready(at, person, writes);
      return run === undefined
        ? []
        : [{ id: probe.id, run, times: this.#times.get(probe.id) ?? 0, draw: draws.next() }];
    });
    const chosen = ready.sort((a, b) => a.times - b.times || a.draw - b.draw).slice(0, most);
    for (const { id } of chosen) this.#times.set(id, (this.#times.get(id) ?? 0) + 1);
    for (const { run } of chosen) at.facts.push(await run());
  }
}

const isAboutRoles = ({ id }: Probe): boolean => id !== stale.id && id !== resent.id;

/** Questions about somebody and something that never was. */
export async function askDecoys(at: Surroundings, types: readonly string[]): Promise<void> {
  const nobody = `genrep-decoy-${at.seed}`;
  const empty = async (address: string, sv: string, en: string): Promise<void> => {
    try {
      const { status, resources } = await fetchAll(at.exchange, at.accounts.migration, address, 'GET decoy');
      const found = status === 200 ? resources.length : 0;
      at.facts.push({
        fact: 'tried',
        probe: `decoy ${address.split('?')[0]}`,
        ...{ sv, en, about: 'decoy', expected: 'Systemet finner inget.' },
        observed: status === 200 ? `Systemet svarar med ${found} uppgifter.` : `Systemet svarar ${status}.`,
        outcome: status >= 500 ? 'unclear' : found === 0 ? 'as-it-must' : 'otherwise',
      });
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
    }
  };
  await empty(`Patient/${nobody}`, 'en person som inte finns läses', 'somebody who is not there is read');
  await empty(
    `Patient?identifier=${encodeURIComponent(`urn:genrep:decoy|${nobody}`)}`,
    'en person som inte finns söks på sitt nummer',
    'somebody who is not there is searched by number',
  );
  for (const type of types) {
    await empty(
      `${type}/${nobody}`,
      'en uppgift som inte finns läses',
      'something that is not there is read',
    );
    await empty(
      `${type}?_tag=${encodeURIComponent(`${SYSTEMS.token}|${nobody}`)}`,
      'ett märke som aldrig har skickats söks',
      'a token that was never sent is searched',
    );
  }
}

function bodyOf(write: Write, probe: string): string {
  const tag = [{ system: SYSTEMS.token, code: probeToken(write, probe) }];
  return JSON.stringify({ ...write.resource, meta: { ...write.resource.meta, tag } });
}

async function tried(
  at: Surroundings,
  account: Account | undefined,
  request: ExchangeRequest,
  told: Omit<Tried, 'fact' | 'outcome' | 'observed'>,
  isAsItMust: (response: TransportResponse) => boolean | undefined,
): Promise<Tried> {
  try {
    const response = await at.exchange(account, request);
    const holds = isAsItMust(response);
    return {
      fact: 'tried',
      ...told,
      observed: `Systemet svarar ${response.status}.`,
      outcome: holds === undefined ? 'unclear' : holds ? 'as-it-must' : 'otherwise',
    };
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    return { fact: 'tried', ...told, observed: error.message, outcome: 'unclear' };
  }
}

/** A no for who asks; any other no says nothing of that. */
const isNo = ({ status }: TransportResponse): boolean | undefined =>
  status === 401 || status === 403 ? true : status < 300 ? false : undefined;

import type { Resource } from '@medplum/fhirtypes';
import type { Standing, Thing } from '../domain/access-evidence.ts';
import { SYSTEMS } from '../domain/codes/systems.ts';
import type { Patient } from '../domain/patient.ts';
import { opaqueKey } from '../domain/random.ts';
import type { Role } from '../domain/role.ts';
import type { Timekeeper } from '../domain/time.ts';
import type { Account } from '../systems/driver/account.ts';
import type { AccessAnswer } from '../systems/open-access.ts';
import type { JournaledDoor } from './journal.ts';
import { KINDS, type Kind, keyOf, type PersonFor, type State } from './people.ts';
import * as made from './resources.ts';
import type { AccessRules, Places } from './rules.ts';

/** Something that a cell looks for: what it is in the system, and a word that stands nowhere else. */
export interface Planted {
  /** 'Observation/17' */
  readonly reference: string;
  readonly words: readonly string[];
}

/** Somebody with a record, as the cells meet them. */
export interface Someone {
  readonly patient: Patient;
  /** 'Patient/17' */
  readonly reference: string;
  readonly planted: Readonly<Partial<Record<Thing, Planted>>>;
  /** The block, where there is or was one. */
  readonly block?: string;
  readonly prescription: string;
  readonly order: string;
}

/** Something that the matrix is made of could not be made in the system. */
export class NotMade extends Error {}

/** How long an answer may be on its way from the laboratory: looks, and milliseconds between them. */
const LOOKS = 100;
const BETWEEN = 100;

/** The people of a matrix, made when they are first needed. */
export class World {
  readonly door: JournaledDoor;
  readonly places: Places;
  readonly #rules: AccessRules;
  readonly #run: string;
  readonly #personFor: PersonFor;
  readonly #clock: Timekeeper;
  readonly #people = new Map<string, Promise<Someone>>();
  readonly #bare = new Map<Kind, Promise<{ readonly patient: Patient; readonly reference: string }>>();
  readonly #units = new Map<string, Promise<made.KnownUnit>>();
  readonly #opened = new Map<string, Promise<void>>();
  #words = 0;

  constructor(options: {
    readonly door: JournaledDoor;
    readonly rules: AccessRules;
    readonly run: string;
    readonly personFor: PersonFor;
    readonly clock: Timekeeper;
  }) {
    this.door = options.door;
    this.places = options.rules.places;
    this.#rules = options.rules;
    this.#run = options.run;
    this.#personFor = options.personFor;
    this.#clock = options.clock;
  }

  /** Whoever is in this state, with a record. */
  someone(state: State): Promise<Someone> {
    const key = keyOf(state);
    const known = this.#people.get(key) ?? this.#make(state);
    this.#people.set(key, known);
    return known;
  }

  /** The account of a standing: of staff where they work, of patients and guardians their own. */
  async accountOf({ role, relation, at }: Standing, whose: Someone): Promise<Account> {
    if (role !== 'patient') return this.staff(role, at ?? '');
    if (relation === 'self') return this.#patientAccount(whose.patient);
    const kind = relation === 'stranger' ? 'stranger' : 'guardian';
    const { patient } = await this.bare(kind);
    return this.#patientAccount(patient);
  }

  staff(role: Role, place: string): Account {
    const unit = this.places[place];
    if (unit === undefined) throw new Error(`There is no place ${place}.`);
    return this.door.accounts.of({ role, unit: unit.kind, shift: 'day' }, unit, { system: '', value: '' });
  }

  /** The unit of a place as the system knows it; made where it does not. */
  unit(place: keyof Places & string): Promise<made.KnownUnit> {
    const known = this.#units.get(place) ?? this.#unitAt(place);
    this.#units.set(place, known);
    return known;
  }

  /** Somebody without a record. */
  bare(kind: Kind): Promise<{ readonly patient: Patient; readonly reference: string }> {
    const known = this.#bare.get(kind) ?? this.#bareOf(kind, kind);
    this.#bare.set(kind, known);
    return known;
  }

  /** What is said of somebody in something that is made now. */
  about(patient: string): made.About {
    this.#words += 1;
    const word = `ord${opaqueKey(this.#run, 'word', this.#words)}`;
    return { patient, word, token: `${this.#run}.access.${this.#words}`, now: this.now() };
  }

  now(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  /** Makes something as somebody; 'Type/id'. */
  async make(account: Account, resource: Resource): Promise<string> {
    const answer = await this.door.send(account, {
      ...{ method: 'POST', address: resource.resourceType, body: resource },
    });
    if (answer.made !== undefined && answer.status < 300) return answer.made;
    throw new NotMade(`Systemet gjorde ingen ${resource.resourceType} (${toldBy(answer)}).`);
  }

  /** Somebody new, not yet known to the system. */
  person(key: string): Patient {
    return this.#personFor(`${this.#run} ${key}`, KINDS.snooped.age, false);
  }

  /** Opens what somebody has blocked, by both steps. */
  openFor(account: Account, patient: string): Promise<void> {
    return this.#open(account, patient, true);
  }

  /** Takes one or both of the steps that open what is blocked; a no is for the cell to see. */
  async open(account: Account, whose: Someone, both: boolean): Promise<void> {
    const key = `${account} ${whose.reference} ${both}`;
    const known = this.#opened.get(key) ?? this.#open(account, whose.reference, both);
    this.#opened.set(key, known);
    return known;
  }

  async #open(account: Account, patient: string, both: boolean): Promise<void> {
    const address = `${patient}/$open-blocked`;
    await this.door.send(account, { method: 'POST', address });
    if (!both) return;
    const parameter = [{ name: 'reason', valueString: OPENING_REASON }];
    await this.door.send(account, {
      ...{ method: 'POST', address, body: { resourceType: 'Parameters', parameter } },
    });
  }

  #patientAccount({ identifier }: Patient): Account {
    return this.door.accounts.of({ role: 'patient', unit: null }, undefined, identifier);
  }

  async #bareOf(kind: Kind, key: string) {
    const { age, isProtected } = KINDS[kind];
    const patient = this.#personFor(`${this.#run} ${key}`, age, isProtected);
    const { token } = this.about('');
    const reference = await this.make(this.door.accounts.registry, made.personOf(patient, token));
    return { patient, reference };
  }

  async #unitAt(place: string): Promise<made.KnownUnit> {
    const unit = this.places[place];
    if (unit === undefined) throw new Error(`There is no place ${place}.`);
    const identifier = encodeURIComponent(`${SYSTEMS.hsaId}|${unit.hsaId}`);
    const { registry } = this.door.accounts;
    const found = await this.door.send(registry, {
      ...{ method: 'GET', address: `Organization?identifier=${identifier}` },
    });
    const [organization] = made.resourcesIn(found.body);
    if (organization !== undefined) return { ...unit, reference: `Organization/${organization.id}` };
    const reference = await this.make(registry, {
      ...{ resourceType: 'Organization', active: true, name: unit.name },
      identifier: [{ system: SYSTEMS.hsaId, value: unit.hsaId }],
    });
    return { ...unit, reference };
  }

  async #make(state: State): Promise<Someone> {
    const { patient, reference } = await this.#bareOf(state.kind, keyOf(state));
    const [own, other, emergency] = await Promise.all([
      this.unit('own-unit'),
      this.unit('other-ward'),
      this.unit('emergency'),
    ]);
    const about = () => this.about(reference);
    const nurse = this.staff('nurse', 'own-unit');
    const physician = this.staff('physician', 'own-unit');
    const plant = async (account: Account, resource: Resource, word: string): Promise<Planted> => ({
      reference: await this.make(account, resource),
      words: [word],
    });
    const planted: Partial<Record<Thing, Planted>> = {};
    const tell = async (thing: Thing, account: Account, of: (about: made.About) => Resource) => {
      const told = about();
      planted[thing] = await plant(account, of(told), told.word);
    };
    await tell('contact', nurse, (told) => made.contact(told, own));
    await this.make(this.staff('nurse', 'other-ward'), made.contact(about(), other));
    await this.make(this.staff('nurse', 'emergency'), made.contact(about(), emergency, 'finished'));
    await tell('note', physician, made.note);
    await tell('drug', physician, made.prescription);
    await tell('allergy', nurse, made.allergy);
    await tell('measurement', nurse, made.measurement);
    await tell('booking', nurse, (told) => made.booking(told, own));
    await this.make(nurse, made.patientsWord(about(), 'share-with-municipality', 'permit'));
    const municipality = await this.unit('municipality');
    await tell('message', nurse, (told) => made.message(told, municipality));
    const order = await this.make(nurse, made.order(about(), await this.unit('laboratory')));
    planted.answer = await this.#answered(order, about());
    planted['protected-identity'] = {
      reference,
      words: [`"family":"${patient.familyName}"`, patient.address.line],
    };
    if (state.kind === 'child' || state.kind === 'teenager') {
      const guardian = await this.bare('guardian');
      const { token } = about();
      await this.make(this.door.accounts.registry, made.guardianOf(reference, guardian.patient, token));
    }
    await this.#consent(state, reference);
    const block = await this.#block(state, reference, own);
    return {
      ...{ patient, reference, planted, order },
      prescription: planted.drug?.reference ?? '',
      ...(block === undefined ? {} : { block }),
    };
  }

  async #consent({ consent }: State, patient: string): Promise<void> {
    if (consent === 'not-asked') return;
    const unit = await this.unit('other-caregiver');
    const nurse = this.staff('nurse', 'other-caregiver');
    const says = consent === 'given' ? 'permit' : 'deny';
    await this.make(nurse, made.patientsWord(this.about(patient), 'cohesive-record', says, unit));
  }

  async #block({ block }: State, patient: string, own: made.KnownUnit): Promise<string | undefined> {
    if (block === 'none') return undefined;
    const nurse = this.staff('nurse', 'own-unit');
    const word = made.patientsWord(this.about(patient), 'block', 'deny', own);
    const reference = await this.make(nurse, word);
    if (block === 'lifted') await this.lift(reference, word);
    return reference;
  }

  /** Lifts a block. */
  async lift(reference: string, word: Resource): Promise<void> {
    const [, id] = reference.split('/');
    const body = { ...word, id, status: 'inactive' };
    const answer = await this.door.send(this.staff('nurse', 'own-unit'), {
      ...{ method: 'PUT', address: reference, body },
    });
    if (answer.status >= 300) throw new NotMade(`Spärren gick inte att häva (${toldBy(answer)}).`);
  }

  /** An answer takes its way through a laboratory, and is there when the laboratory can read it. */
  async #answered(order: string, about: made.About): Promise<Planted> {
    const scientist = this.staff('biomedical-scientist', 'laboratory');
    const reference = await this.make(scientist, made.answer(about, order));
    for (let look = 0; look < LOOKS; look += 1) {
      const { status } = await this.door.send(scientist, {
        ...{ method: 'GET', address: reference, about: about.patient },
      });
      if (status === 200) return { reference, words: [about.word] };
      await this.#clock.pause(BETWEEN);
    }
    throw new NotMade('Provsvaret kom aldrig fram från laboratoriet.');
  }
}

/** Said when what is blocked is opened; whoever follows up the log looks for it. */
export const OPENING_REASON = 'Medvetslös patient, uppgifterna behövs för vården nu.';

/** An answer in a few words. */
export function toldBy({ status, body }: AccessAnswer): string {
  if (body?.resourceType !== 'OperationOutcome') return `svar ${status}`;
  const [issue] = body.issue;
  return `svar ${status}: ${issue?.details?.text ?? issue?.diagnostics ?? issue?.code ?? ''}`;
}

import type { AccessRelated, Standing, Thing } from '../domain/access-evidence.ts';
import { isNoSignIn } from '../systems/open-access.ts';
import { RECORD_THINGS } from './cells.ts';
import * as made from './resources.ts';
import { lookFor, searchFor, typeOf } from './ways.ts';
import { NotMade, type Someone, type World } from './world.ts';

/** What must hold whatever the rules are, so that it can be asked of any system. */
interface Relation {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  /** Tries it; each finding is something that broke it, in words. Throws {@link CannotTry} where it cannot be tried here. */
  readonly try: (at: Trial) => Promise<Tried>;
}

interface Tried {
  readonly tried: number;
  readonly broken: readonly string[];
}

interface Trial {
  readonly world: World;
  readonly standings: readonly Standing[];
}

interface Reader {
  readonly account: string;
  readonly whose: Someone;
}

class CannotTry extends Error {}

const ADULT = { kind: 'adult', consent: 'not-asked', block: 'none' } as const;

/** A name that nothing has, as a system might name something. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Those whom a system can tell apart, each with the account they have towards somebody. */
async function readers({ world, standings }: Trial, whose: Someone) {
  const all = standings.filter(({ role }) =>
    role === 'patient' ? world.door.patientsSignIn : world.door.toldApart,
  );
  const accounts = await Promise.all(
    all.map(async (standing) => ({ standing, account: await world.accountOf(standing, whose) })),
  );
  if (accounts.length > 0) return accounts;
  return [{ standing: { sv: 'den enda läsaren' }, account: world.door.accounts.registry }];
}

/** All of somebody's record that an account is shown by a search of each kind, with the page of each. */
async function shownTo(world: World, account: string, whose: Someone): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for (const thing of RECORD_THINGS) {
    const { body, status } = await world.door.send(account, {
      ...{ method: 'GET', address: searchFor(thing, whose), about: whose.reference },
    });
    if (status < 300) for (const each of made.resourcesIn(body)) shown.add(`${each.resourceType}/${each.id}`);
  }
  return shown;
}

/** Looks as each of those whom the system can tell apart at somebody who has blocked one unit. */
async function asEachReader(
  at: Trial,
  look: (reader: Reader, tell: (isBroken: boolean, what: string) => void) => Promise<void>,
): Promise<Tried> {
  const whose = await at.world.someone({ ...ADULT, block: 'blocked' });
  const broken: string[] = [];
  let tried = 0;
  for (const { standing, account } of await readers(at, whose)) {
    await look({ account, whose }, (isBroken, what) => {
      tried += 1;
      if (isBroken) broken.push(`${standing.sv}: ${what}`);
    });
  }
  return { tried, broken };
}

const grown = (before: ReadonlySet<string>, after: ReadonlySet<string>): string[] =>
  [...after].filter((each) => !before.has(each)).map((each) => each.split('/')[0] ?? '');

const toldApart = ({ door }: World): void => {
  if (!door.toldApart) throw new CannotTry('Systemet vet inte vem av personalen som frågar.');
};

const RELATIONS: readonly Relation[] = [
  {
    id: 'block-shows-no-more',
    sv: 'En spärr visar aldrig mer för någon, och en hävd spärr inte mer än före den',
    en: 'A block never shows more to anybody, and a lifted one no more than before it',
    async try({ world, standings }) {
      toldApart(world);
      const whose = await world.someone({ ...ADULT, kind: 'snooped' });
      const staff = (await readers({ world, standings }, whose)).filter(
        ({ standing }) => 'role' in standing && standing.role !== 'patient',
      );
      const before = await Promise.all(staff.map(({ account }) => shownTo(world, account, whose)));
      const word = made.patientsWord(
        world.about(whose.reference),
        'block',
        'deny',
        await world.unit('own-unit'),
      );
      const block = await world.make(world.staff('nurse', 'own-unit'), word);
      const during = await Promise.all(staff.map(({ account }) => shownTo(world, account, whose)));
      await world.lift(block, word);
      const after = await Promise.all(staff.map(({ account }) => shownTo(world, account, whose)));
      const broken = staff.flatMap(({ standing }, index) => {
        const first = before[index] ?? new Set<string>();
        const more = [...grown(first, during[index] ?? first), ...grown(first, after[index] ?? first)];
        return more.map((type) => `${standing.sv} fick se fler ${type}`);
      });
      return { tried: 2 * staff.length, broken };
    },
  },
  {
    id: 'withdrawn-consent-shows-no-more',
    sv: 'Ett återkallat samtycke visar aldrig mer, och gäller genast',
    en: 'A withdrawn consent never shows more, and holds at once',
    async try({ world, standings }) {
      toldApart(world);
      const whose = await world.someone({ ...ADULT, kind: 'colleague' });
      const outside = standings.filter(({ relation }) => relation === 'other-caregiver');
      if (outside.length === 0) throw new CannotTry('Ingen läser hos en annan vårdgivare.');
      const unit = await world.unit('other-caregiver');
      const nurse = world.staff('nurse', 'other-caregiver');
      const say = (says: 'permit' | 'deny') =>
        world.make(nurse, made.patientsWord(world.about(whose.reference), 'cohesive-record', says, unit));
      const accounts = await Promise.all(outside.map((standing) => world.accountOf(standing, whose)));
      await say('permit');
      const before = await Promise.all(accounts.map((account) => shownTo(world, account, whose)));
      await say('deny');
      const after = await Promise.all(accounts.map((account) => shownTo(world, account, whose)));
      const broken = outside.flatMap(({ sv }, index) => {
        const [with_ = new Set<string>(), without = new Set<string>()] = [before[index], after[index]];
        const kept = without.size > 0 && without.size === with_.size ? ['ser allt som förut'] : [];
        return [...grown(with_, without).map((type) => `ser fler ${type}`), ...kept].map(
          (what) => `${sv} ${what}`,
        );
      });
      return { tried: outside.length, broken };
    },
  },
  {
    id: 'denied-looks-absent',
    sv: 'Det som nekas svaras på som det som inte finns',
    en: 'What is denied is answered as what is not there',
    try: (at) =>
      asEachReader(at, async ({ account, whose }, tell) => {
        const { door } = at.world;
        for (const thing of RECORD_THINGS) {
          const target = whose.planted[thing];
          if (target === undefined) continue;
          const [type] = typeOf(thing);
          const there = await door.send(account, {
            ...{ method: 'GET', address: target.reference, about: whose.reference },
          });
          if (there.status < 400) continue;
          const nobody = await door.send(account, { method: 'GET', address: `${type}/${NOBODY}` });
          tell(
            there.status !== nobody.status || sizeOf(there.text) !== sizeOf(nobody.text),
            `${type} som nekas ger ${there.status}, som inte finns ${nobody.status}`,
          );
        }
      }),
  },
  {
    id: 'numbers-tell-no-more',
    sv: 'Ett antal är aldrig större än vad samma sökning visar',
    en: 'A number is never more than what the same search shows',
    try: (at) =>
      asEachReader(at, async ({ account, whose }, tell) => {
        for (const thing of RECORD_THINGS) {
          const address = searchFor(thing, whose);
          const ask = (more: string) =>
            at.world.door.send(account, {
              ...{ method: 'GET', address: `${address}${more}`, about: whose.reference },
            });
          const shown = await ask('');
          if (shown.status >= 300) continue;
          const seen = made.resourcesIn(shown.body).length;
          for (const more of ['&_summary=count', '&_total=accurate']) {
            const counted = await ask(more);
            const total = counted.body?.resourceType === 'Bundle' ? counted.body.total : undefined;
            if (total === undefined) continue;
            tell(total > seen, `${typeOf(thing)[0]} ${total} mot ${seen} (${more.slice(1)})`);
          }
        }
      }),
  },
  {
    id: 'lists-show-no-more-than-reads',
    sv: 'Det som syns i sökningar och utdrag går också att läsa var för sig',
    en: 'What is shown by searches and extracts can also be read by itself',
    try: (at) =>
      asEachReader(at, async ({ account, whose }, tell) => {
        const { world } = at;
        const listed = new Set(await shownTo(world, account, whose));
        const extract = await world.door.send(account, {
          ...{ method: 'GET', address: `${whose.reference}/$everything`, about: whose.reference },
        });
        if (extract.status < 300)
          for (const each of made.resourcesIn(extract.body)) listed.add(`${each.resourceType}/${each.id}`);
        for (const reference of listed) {
          const { status } = await world.door.send(account, {
            ...{ method: 'GET', address: reference, about: whose.reference },
          });
          tell(status >= 400, `${reference.split('/')[0]} syns i en lista men läses inte (${status})`);
        }
      }),
  },
  {
    id: 'nobody-without-token',
    sv: 'Ingen kommer åt något utan inloggning, eller med en påhittad',
    en: 'Nobody reaches anything without a sign-in, or with one that is made up',
    async try({ world }) {
      if (world.door.isOpen) throw new CannotTry('Systemet frågar inte efter någon inloggning.');
      const whose = await world.someone(ADULT);
      const broken: string[] = [];
      const things: readonly Thing[] = [...RECORD_THINGS, 'log'];
      for (const thing of things) {
        for (const headers of NOT_SIGNED_IN) {
          const status = await statusOf(world, searchFor(thing, whose), headers);
          if (status < 400) broken.push(`${typeOf(thing)[0]} gav ${status}`);
        }
      }
      return { tried: 2 * things.length, broken };
    },
  },
  {
    id: 'smaller-scope-does-no-more',
    sv: 'Den som loggat in med mindre behörighet får inte mer än den',
    en: 'Whoever signed in with less authority is let no more than that',
    async try({ world }) {
      const narrowed = world.door.narrowed('Patient.rs');
      if (narrowed === undefined) throw new CannotTry('Systemet frågar inte efter någon inloggning.');
      const whose = await world.someone(ADULT);
      const account = world.door.toldApart ? world.staff('nurse', 'own-unit') : world.door.accounts.registry;
      const about = whose.reference;
      const ask = (address: string) => narrowed.send(account, { method: 'GET', address, about });
      const person = await ask(whose.reference).catch(noSuchScope);
      if (person.status >= 300)
        throw new CannotTry(`Med bara Patient.rs går inte ens det (${person.status}).`);
      const granted = await narrowed.granted();
      if (
        granted === undefined ||
        granted.some((scope) => scope.includes('/') && !/\/Patient[.]/.test(scope))
      )
        throw new CannotTry('Systemet gav en annan behörighet än den som begärdes, och sade det.');
      const broken: string[] = [];
      for (const thing of RECORD_THINGS) {
        const { status, body } = await ask(searchFor(thing, whose));
        if (
          status < 300 &&
          made.resourcesIn(body).some(({ resourceType }) => resourceType === typeOf(thing)[0])
        )
          broken.push(`${typeOf(thing)[0]} visades`);
      }
      const body = made.measurement(world.about(whose.reference));
      const written = await narrowed.send(account, {
        method: 'POST',
        address: body.resourceType,
        body,
        about,
      });
      if (written.status < 300) broken.push('ett mätvärde gick att skriva');
      return { tried: RECORD_THINGS.length + 1, broken };
    },
  },
  {
    id: 'opened-for-one',
    sv: 'Det som en öppnat i en nödsituation är inte öppet för någon annan',
    en: 'What one has opened in an emergency is open to nobody else',
    async try({ world }) {
      toldApart(world);
      const whose = await world.someone({ ...ADULT, kind: 'acts', block: 'blocked' });
      const [opener, other] = [world.staff('physician', 'other-ward'), world.staff('nurse', 'other-ward')];
      await world.open(opener, whose, true);
      const target = whose.planted.note;
      if (target === undefined) throw new CannotTry('Det finns ingen anteckning.');
      const look = (account: string) => lookFor('read', { world, account, whose, thing: 'note', target });
      if ((await look(opener)).seen !== 'shown')
        throw new CannotTry('Systemet kan inte öppna det som är spärrat.');
      const { seen } = await look(other);
      return { tried: 1, broken: seen === 'shown' ? ['En kollega på samma enhet läser det också.'] : [] };
    },
  },
];

/** A system that gives no less than all says so when it is asked. */
function noSuchScope(error: unknown): never {
  if (isNoSignIn(error)) throw new CannotTry('Systemet ger ingen mindre behörighet än den hela.');
  throw error;
}

const NOT_SIGNED_IN: readonly Record<string, string>[] = [{}, { authorization: 'Bearer paahittad' }];

async function statusOf(world: World, address: string, headers: Record<string, string>): Promise<number> {
  try {
    return (await world.door.send(undefined, { method: 'GET', address, headers })).status;
  } catch (error) {
    if (isNoSignIn(error)) return 401;
    throw error;
  }
}

/** How long an answer is, whatever is named in it. */
const sizeOf = (text: string): number => text.replaceAll(/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]+/g, '').length;

/** Tries every relation; what cannot be tried says why. */
export async function tryRelations(at: Trial): Promise<AccessRelated[]> {
  const told: AccessRelated[] = [];
  for (const { id: relation, sv, en, try: attempt } of RELATIONS) {
    const about = { type: 'access-related', relation, sv, en } as const;
    try {
      const { tried, broken } = await attempt(at);
      const [first] = broken;
      const observed = tried === 0 ? 'Det fanns inget att pröva det på.' : first;
      told.push({
        ...{ ...about, tried, broken: broken.length },
        ...(observed === undefined ? {} : { observed }),
      });
    } catch (error) {
      if (!(error instanceof CannotTry || error instanceof NotMade)) throw error;
      told.push({ ...about, tried: 0, broken: 0, observed: error.message });
    }
  }
  return told;
}

import type { Resource } from '@medplum/fhirtypes';
import { isDenied, type Looked, type Round, type Shown, type View } from '../../../domain/fact.ts';
import { aboutOf } from './canonical.ts';
import type { Person } from './ledger.ts';
import { shieldingOf } from './names.ts';
import { queryFor } from './queries.ts';
import { type ReaderOfChart, visibleTo } from './readers.ts';
import { type Surroundings, seenBy, shownOf } from './surroundings.ts';
import type { Truth } from './truth.ts';
import { isSame, until } from './until.ts';

/** One look: whose record, who looks, at what. */
export interface Look {
  readonly person: Person;
  readonly instance: string | undefined;
  readonly round: Round;
  readonly reader: ReaderOfChart;
  readonly type: string;
  readonly entitled: boolean;
  readonly truth: Truth;
}

/** Looks as one reader, until it is as the whole record says or the time is out. */
export async function lookAs(at: Surroundings, look: Look, view: View): Promise<void> {
  const { person, instance, round, reader, type, entitled, truth } = look;
  const { key } = person.patient;
  const due = async () => visibleTo(reader, await truth.of(type)).map(shownOf);
  let target: readonly Shown[] = await due();
  const query = queryFor(at, look, view, await truth.of(type));
  if (query === undefined) return;
  let refused: string | undefined;
  let inOrder: boolean | undefined;
  let others: readonly string[] = [];
  const concerning = { patient: key, what: view === 'record' ? query.address : type, instance };
  const one = async (): Promise<readonly Shown[] | undefined> => {
    const fetched = await seenBy(at, reader.account, query.address, query.name, concerning);
    if (fetched === undefined) return undefined;
    refused = fetched.status === 200 ? undefined : String(fetched.status);
    if (person.patient.protectedIdentity) shieldingOf(at, look, fetched.resources);
    others = [...new Set([...others, ...aboutOthers(at, fetched.resources, person)])];
    if (query.sorted) inOrder = isNewestFirst(fetched.resources);
    return fetched.resources.map(shownOf);
  };
  // What is not there yet may come; another's, the same twice, or a no to who may read was wrong even once.
  const isWrongAtOnce = (shown: readonly Shown[]): boolean =>
    others.length > 0 || new Set(shown.map(({ id }) => id)).size < shown.length || isDenied({ refused });
  let first: readonly Shown[] | undefined;
  const { seen, waited } = await until(
    at,
    async () => {
      first = await one();
      if (first !== undefined && entitled && !isWrongAtOnce(first) && !isSame(first, query.of(target))) {
        await truth.anew(type);
        target = await due();
        // What changed while it was looked at is looked at once more, at once.
        if (!isSame(first, query.of(target))) first = await one();
      }
      return first ?? [];
    },
    (shown) =>
      first === undefined ||
      !entitled ||
      isWrongAtOnce(shown) ||
      (refused === undefined && isSame(shown, query.of(target))),
  );
  if (first === undefined) return;
  const unusable = refused !== undefined && !['401', '403', '404', '410'].includes(refused);
  if (unusable) return;
  at.facts.push({
    fact: 'looked',
    ...{ round, view, reader: reader.name, role: reader.role, what: type, about: key, instance, shown: seen },
    ...(entitled ? { due: query.of(target) } : {}),
    ...(refused === undefined ? {} : { refused }),
    entitled,
    others,
    ...(inOrder === undefined || !entitled ? {} : { inOrder }),
    waited,
  } satisfies Looked);
}

/** What of a chart is about somebody else than whose chart it is, under whatever number that one is known. */
export const aboutOthers = (
  { ledger }: Surroundings,
  resources: readonly Resource[],
  { patient, reference }: Person,
): string[] =>
  resources.flatMap((each) => {
    const about = aboutOf(each);
    const isOwn = about === undefined || about === reference || ledger.keyOf(about) === patient.key;
    return isOwn ? [] : [`${each.resourceType}/${each.id}`];
  });

function isNewestFirst(resources: readonly Resource[]): boolean {
  const times = resources.map(({ meta }) => Date.parse(meta?.lastUpdated ?? ''));
  return times.every((time, n) => n === 0 || time <= (times[n - 1] ?? time));
}

import type { Resource } from '@medplum/fhirtypes';
import type { Round } from '../../../domain/fact.ts';
import { entitlement } from './access.ts';
import { extractAs } from './extract.ts';
import type { Person } from './ledger.ts';
import { lookAs } from './look-as.ts';
import { answersWithValues, formerVersions } from './other-ways.ts';
import { readersOf } from './readers.ts';
import { drawn, heldOf, type Surroundings, shownOf } from './surroundings.ts';
import { Truth } from './truth.ts';
import { until } from './until.ts';

/** The share of readers who take an extract, where not everything is looked at: no look costs a system more. */
const AN_EXTRACT = 0.05;

/** Looks round in one patient's record as everybody who may and may not, for each kind of thing. */
export async function lookRound(
  at: Surroundings,
  person: Person,
  instance: string | undefined,
  round: Round,
  types: readonly string[],
  other: Person | undefined,
  { most, known }: { readonly most: number; readonly known?: Iterable<Resource> },
): Promise<Truth> {
  const truth = new Truth(at, person, types, known);
  if (known === undefined) await wholeOf(at, person, instance, round, types, truth);
  if (!at.toldApart) return truth;
  const readers = readersOf(at, person, other);
  const combinations = readers.flatMap((reader) =>
    types.flatMap((type) => {
      const entitled = entitlement(reader.relation, type);
      return entitled === undefined ? [] : [{ reader, type, entitled }];
    }),
  );
  const draws = drawn(at, `looks ${round}`, person.patient.key);
  const chosen = combinations
    .map((each) => ({ each, at: draws.next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ each }) => each);
  for (const { reader, type, entitled } of chosen) {
    const look = { person, instance, round, reader, type, entitled, truth };
    await lookAs(at, look, 'chart');
    if (draws.next() < 0.3) await lookAs(at, look, 'record');
  }
  const own = readers.filter(({ relation }) => relation === 'care' || relation === 'self');
  const extracting = Number.isFinite(most)
    ? own.filter(() => draws.next() < AN_EXTRACT)
    : own.filter(({ relation }, place) => relation === 'self' || place < 2);
  for (const reader of extracting) {
    await extractAs(at, { person, instance, round, reader, truth }, types);
  }
  const carers = readers.filter(({ relation }) => relation === 'care');
  const carer = carers[draws.below(carers.length)];
  if (carer !== undefined) {
    const way = { person, instance, round, reader: carer, truth };
    if (types.includes('DiagnosticReport')) await answersWithValues(at, way);
    await formerVersions(at, way);
  }
  return truth;
}

/** What was written must be there, for the one that sees all; what is there becomes facts. */
async function wholeOf(
  at: Surroundings,
  person: Person,
  instance: string | undefined,
  round: Round,
  types: readonly string[],
  truth: Truth,
): Promise<void> {
  const own = instance === undefined ? [] : at.ledger.writesOf(instance);
  for (const type of types) {
    const due = [
      ...new Set(
        own.filter(({ what, person: of }) => what === type && of === person.reference).map(({ id }) => id),
      ),
    ].map((id) => ({ id, digest: '' }));
    const shown = async () => (await truth.anew(type)).map((each) => ({ ...shownOf(each), digest: '' }));
    const { seen, waited } = await until(at, shown, (list) =>
      due.every(({ id }) => list.some((one) => one.id === id)),
    );
    if (due.length === 0) continue;
    at.facts.push({
      fact: 'looked',
      ...{
        round,
        view: 'everything',
        reader: 'all',
        role: 'registry',
        what: type,
        about: person.patient.key,
      },
      ...{ instance, shown: seen, due, entitled: true, waited },
    });
  }
  const among = new Map(truth.all.map((each) => [`${each.resourceType}/${each.id}`, each]));
  for (const [id, each] of among) {
    if (!at.ledger.introduced.has(id)) at.facts.push(heldOf(at, each, round, among));
  }
}

import type { DiagnosticReport, Resource } from '@medplum/fhirtypes';
import { isDenied, type Looked, type Round, type Shown } from '../../../domain/fact.ts';
import { localReference } from '../url.ts';
import { tokensOf } from './canonical.ts';
import type { Person, Write } from './ledger.ts';
import { type ReaderOfChart, visibleTo } from './readers.ts';
import { includes, patientParameter, type Surroundings, seenBy, shownOf } from './surroundings.ts';
import type { Truth } from './truth.ts';

/** Whose record is met in other ways than by a search or a read, and by whom. */
interface Way {
  readonly person: Person;
  readonly instance: string | undefined;
  readonly round: Round;
  readonly reader: ReaderOfChart;
  readonly truth: Truth;
}

/** Answers as pages fetch them: in one search with the values that stand behind them. */
export async function answersWithValues(at: Surroundings, way: Way): Promise<void> {
  const { person, instance, reader, truth } = way;
  const parameter = patientParameter(at, 'DiagnosticReport');
  if (parameter === undefined || !includes(at, 'DiagnosticReport', 'result')) return;
  const due = async (): Promise<readonly Shown[]> => {
    const reports = visibleTo(reader, await truth.anew('DiagnosticReport')) as readonly DiagnosticReport[];
    const behind = new Set(
      reports.flatMap(({ result = [] }) => result.map(({ reference = '' }) => localReference(reference))),
    );
    const values = (await truth.anew('Observation')).filter(({ id }) => behind.has(`Observation/${id}`));
    return [...reports, ...values].map(shownOf);
  };
  const address = `DiagnosticReport?${parameter}=${encodeURIComponent(person.reference)}&_include=DiagnosticReport:result&_count=200`;
  const concerning = { patient: person.patient.key, what: 'DiagnosticReport', instance };
  const fetched = await seenBy(
    at,
    reader.account,
    address,
    `GET DiagnosticReport?${parameter}&_include`,
    concerning,
  );
  if (fetched === undefined) return;
  const refused = fetched.status === 200 ? undefined : String(fetched.status);
  if (refused !== undefined && !isDenied({ refused })) return;
  tell(at, way, 'DiagnosticReport', fetched.resources.map(shownOf), await due(), refused);
}

/** The former versions of what steps have changed: what was written and is written over can still be read. */
export async function formerVersions(at: Surroundings, way: Way): Promise<void> {
  const { person, instance, reader } = way;
  if (instance === undefined) return;
  const own = Map.groupBy(at.ledger.writesOf(instance), ({ id }) => id);
  for (const [id, writes] of own) {
    const [first] = writes;
    if (first === undefined || writes.length < 2 || first.interaction !== 'made' || first.passedOn === true)
      continue;
    // What is about somebody under another number stands in that one's log.
    if (first.person !== person.reference) continue;
    const fetched = await seenBy(at, reader.account, `${id}/_history`, `GET ${first.what}/:id/_history`);
    if (fetched?.status !== 200) continue;
    if (fetched.resources.length > 0) {
      const { account } = reader;
      at.ledger.noteAccess({
        account,
        action: 'R',
        patient: person.patient.key,
        what: id,
        instance,
        at: at.now(),
      });
    }
    const due = writes.map((_, n) => ({ id: `${id}/_history/${n + 1}`, digest: '' }));
    tell(
      at,
      way,
      first.what,
      due.filter((_, n) => fetched.resources.some(isVersionOf(writes, n))),
      due,
    );
  }
}

/** The version that a write made has its mark and none of those that came after. */
const isVersionOf =
  (writes: readonly Write[], n: number) =>
  (version: Resource): boolean => {
    const tokens = tokensOf(version);
    const [own, ...later] = writes.slice(n).map(({ token }) => token);
    return own !== undefined && tokens.includes(own) && !later.some((token) => tokens.includes(token));
  };

function tell(
  at: Surroundings,
  { person, instance, round, reader }: Way,
  what: string,
  shown: readonly Shown[],
  due: readonly Shown[],
  refused?: string,
): void {
  at.facts.push({
    fact: 'looked',
    ...{ round, view: 'chart', reader: reader.name, role: reader.role, what, about: person.patient.key },
    ...{ instance, shown, due, entitled: true },
    ...(refused === undefined ? {} : { refused }),
  } satisfies Looked);
}

import type { Verdict } from '../domain/verdict.ts';
import { type Bilingual, both, sentence } from '../pages/bilingual.ts';
import { VERDICT_TEXTS } from '../pages/verdict.ts';
import { measureDeck } from './deck/measure-deck.ts';
import { measureMigration } from './migration/measure-migration.ts';
import type { Summary } from './verdicts.ts';

/** What became different since the run before. */
export interface Changes {
  /** The run that is compared with. */
  readonly since: string;
  readonly changes: readonly Change[];
}

interface Change {
  readonly id: string;
  readonly was: Verdict;
  readonly is: Verdict;
  readonly text: Bilingual;
}

/** Requirements, flows, cases of a deck and migrated records whose verdict is another than in the latest of some earlier runs, the worsened first. */
export function changesSince(current: Summary, earlier: readonly Summary[]): Changes | undefined {
  const last = earlier.at(-1);
  if (last === undefined) return undefined;
  const before = new Map(verdictsOf(last).map(({ id, verdict }) => [id, verdict]));
  const changes = verdictsOf(current).flatMap(({ id, name, verdict }) => {
    const was = before.get(id);
    return was === undefined || was === verdict
      ? []
      : [{ id, was, is: verdict, text: told(name, was, verdict) }];
  });
  return {
    since: last.runs.map(({ started }) => started.run).join(' + '),
    changes: changes.toSorted((a, b) => Number(a.is === 'pass') - Number(b.is === 'pass')),
  };
}

interface Named {
  readonly id: string;
  readonly name: Bilingual;
  readonly verdict: Verdict;
}

const verdictsOf = ({ requirements, flows, runs }: Summary): Named[] => [
  ...requirements.map(({ requirement, verdict }) => ({ id: requirement.id, name: requirement, verdict })),
  ...flows.map(({ flow, verdict }) => ({ id: flow.id, name: both(flow.name, flow.name), verdict })),
  ...(measureMigration(runs)?.records ?? []).map(({ record, sv, en, verdict }) => ({
    id: `migration ${record}`,
    name: sentence(both(sv, en)),
    verdict,
  })),
  ...(measureDeck(runs)?.cases ?? []).map(({ facts, verdict }) => ({ id: facts.id, name: facts, verdict })),
];

const told = (name: Bilingual, was: Verdict, is: Verdict): Bilingual =>
  both(
    `${ended(name.sv)} Var ${VERDICT_TEXTS[was].sv}, är ${VERDICT_TEXTS[is].sv}.`,
    `${ended(name.en)} Was ${VERDICT_TEXTS[was].en}, is ${VERDICT_TEXTS[is].en}.`,
  );

/** A requirement is told as a sentence, a flow or a case by its name. */
const ended = (name: string): string => (/[.?!]$/.test(name) ? name : `${name}.`);

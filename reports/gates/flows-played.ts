import { VERDICTS, worst } from '../../domain/verdict.ts';
import { type Bilingual, both, percent } from '../../pages/bilingual.ts';
import type { FlowResult } from '../flows.ts';
import { byTheFlows } from './closing.ts';
import { type GateStrategy, notChosen, type Reason, ROBOTS } from './gate.ts';

const times = ({ instances }: FlowResult): number =>
  Object.values(instances).reduce((sum, count) => sum + count, 0);

/** At least this share of the flows was played; those that are named were all played, and every time to `pass`. */
export const flowsPlayed: GateStrategy<'flows-played'> = {
  from: ROBOTS,
  closing: () => byTheFlows,
  judge({ atLeast, flows: named = [] }, { flows }) {
    const played = flows.filter((flow) => times(flow) > 0);
    const share = flows.length === 0 ? 0 : played.length / flows.length;
    const short: Reason[] = share >= atLeast && flows.length > 0 ? [] : [notChosen(fewPlayed(flows, played))];
    const reasons = [...short, ...named.flatMap((id) => namedFlow(id, flows))];
    const least = percent(atLeast);
    return {
      verdict: reasons.length === 0 ? 'pass' : worst(reasons.map(({ verdict }) => verdict)),
      limit: both(
        `minst ${least.sv} av flödena spelade${named.length === 0 ? '' : `, ${named.length} utpekade alltid godkända`}`,
        `at least ${least.en} of the flows played${named.length === 0 ? '' : `, ${named.length} named ones always pass`}`,
      ),
      measured: both(
        `${played.length} av ${flows.length} flöden spelade`,
        `${played.length} of ${flows.length} flows played`,
      ),
      reasons,
    };
  },
};

function fewPlayed(flows: readonly FlowResult[], played: readonly FlowResult[]): Bilingual {
  const missing = flows.filter((flow) => !played.includes(flow)).map(({ flow }) => flow.name);
  const names = missing.join(', ');
  return flows.length === 0
    ? both('Inget flöde spelades.', 'No flow was played.')
    : both(`Aldrig spelade: ${names}.`, `Never played: ${names}.`);
}

/** A flow is named by its id, or by its feature's, for all its scenarios. */
function namedFlow(id: string, flows: readonly FlowResult[]): Reason[] {
  const own = flows.filter(({ flow }) => flow.id === id || flow.id.startsWith(`${id}#`));
  if (own.every((flow) => times(flow) === 0)) {
    return [notChosen(both(`Flödet ${id} spelades inte.`, `The flow ${id} was not played.`))];
  }
  return own.flatMap((flow) => {
    const all = times(flow);
    const others = all - flow.instances.pass;
    if (others === 0) return [];
    const text = both(
      `${flow.flow.name}: ${others} av ${all} gånger slutade det inte godkänt; varje gång måste göra det.`,
      `${flow.flow.name}: ${others} of ${all} did not end as pass; every one must.`,
    );
    const verdict = worst(VERDICTS.filter((each) => flow.instances[each] > 0));
    return [{ verdict, text, failures: flow.failures }];
  });
}

import type { CareFlow } from '../../domain/care-flow.ts';
import type { EvidenceEvent, StepEnded } from '../../domain/evidence.ts';
import { actorKey, actorPhrase } from '../../domain/role.ts';
import { formatDuration } from '../../domain/time.ts';
import { both, sentence } from '../../pages/bilingual.ts';
import type { Moment, Named } from './timeline.ts';

interface OfSystem {
  readonly moments: readonly Omit<Moment, 'id'>[];
  /** Who saw whose work: by whom it was handed over, and to whom. */
  readonly handOvers: readonly Named[];
}

/** What the system did, and robots in it, for the patients whom people had cards of. */
export function systemMoments(events: readonly EvidenceEvent[], visits: ReadonlySet<string>): OfSystem {
  const [started] = events;
  const flows = new Map<string, CareFlow>();
  const handOvers = new Map<string, Named>();
  const known = new Map(started?.type === 'run-started' ? started.flows.map((flow) => [flow.id, flow]) : []);
  const moments = events.flatMap((event): Omit<Moment, 'id'>[] => {
    if (event.type === 'flow-started') {
      const flow = known.get(event.flow);
      if (flow !== undefined) flows.set(event.instance, flow);
    }
    if (event.type !== 'step-ended' || !visits.has(event.instance)) return [];
    const flow = flows.get(event.instance);
    const step = flow?.steps[event.step];
    if (flow === undefined || step === undefined) return [];
    const handOver = handOverOf(flow, event);
    if (handOver !== undefined) handOvers.set(handOver.id, handOver);
    const after = event.latency === undefined ? '' : ` (${formatDuration(event.latency.milliseconds)})`;
    const went = event.verdict === 'pass' ? '' : ` – ${event.reason ?? event.observed ?? event.verdict}`;
    const text = sentence(both(`${step.text}${after}${went}`, `${step.text}${after}${went}`));
    return [
      {
        ...{ at: event.endedAt, dayTime: event.dayTime, kind: 'system', visit: event.instance, text },
        tone: event.verdict === 'pass' ? 'plain' : 'bad',
        ...(handOver === undefined ? {} : { handOver: handOver.id }),
      },
    ];
  });
  return { moments, handOvers: [...handOvers.values()] };
}

function handOverOf({ steps }: CareFlow, { step, latency }: StepEnded): Named | undefined {
  const [from, to] = [latency === undefined ? undefined : steps[latency.of]?.actor, steps[step]?.actor];
  if (from === undefined || to === undefined || actorKey(from) === actorKey(to)) return undefined;
  const told = `${actorPhrase(from)} → ${actorPhrase(to)}`;
  return { id: `${actorKey(from)} ${actorKey(to)}`, text: sentence(both(told, told)) };
}

import type { ShrinkCase, ShrinkExample, SmallestFlow } from '../../domain/shrink.ts';
import type { Cause } from '../../reports/causes.ts';
import { edgeBefore } from '../../reports/hand-overs.ts';
import { quoted } from '../../systems/driver/words.ts';
import type { Replay } from './replay.ts';
import { withSteps } from './steps-left.ts';

/** Who goes through which steps in the smallest part that shows a cause. */
export const flowsOf = (one: ShrinkCase, { instances }: Replay): readonly SmallestFlow[] =>
  instances
    .filter(({ instance }) => one.instances.includes(instance))
    .map(({ instance, flow }) => {
      const left = one.steps[flow.id] ?? flow.steps.map((_, index) => index);
      const drawn = new Map((one.drawn[instance] ?? []).map(({ step, activity }) => [step, activity]));
      return {
        ...{ instance, flow: flow.id, name: flow.name, of: flow.steps.length },
        steps: left.flatMap((index) => {
          const step = flow.steps[index];
          if (step === undefined) return [];
          const activity = drawn.get(index);
          const words = activity === undefined ? '' : changesIn(step.activity, activity);
          return [
            {
              text: step.text,
              ...(step.actor === undefined ? {} : { actor: step.actor }),
              ...(words === '' ? {} : { drawn: words }),
            },
          ];
        }),
      };
    });

/** 'text: ”Åt hela lunchen…” (4001 tecken)': what a drawn value has otherwise than the one that is written. */
function changesIn(written: unknown, drawn: unknown, name = ''): string {
  if (typeof drawn !== 'object' || drawn === null) {
    if (written === drawn) return '';
    const said =
      typeof drawn === 'string' ? `${quoted(drawn, SHOWN)} (${drawn.length} tecken)` : String(drawn);
    return `${name}: ${said}`;
  }
  const before = typeof written === 'object' && written !== null ? written : {};
  return Object.entries(drawn)
    .map(([field, value]) => changesIn((before as Record<string, unknown>)[field], value, field))
    .filter((words) => words !== '')
    .join(', ');
}

/** So many signs of a drawn text are shown. */
const SHOWN = 40;

/** What was sent and seen in the smallest run, from the failure that befell most there. */
export function exampleOf(
  { failures: [failure] }: Cause,
  one: ShrinkCase,
  { instances }: Replay,
): ShrinkExample | undefined {
  if (failure === undefined) return undefined;
  const { example, step, expected, observed, reason, monitor } = failure;
  const whole = instances.find(({ instance }) => instance === example.instance)?.flow;
  const flow = whole && withSteps(whole, one.steps[whole.id]);
  const edge = flow === undefined || step === undefined ? undefined : edgeBefore(flow, step.index);
  // Where a monitor names a step, that is the one that wrote; a question's own is the one that looked.
  const sent = monitor === undefined ? edge?.act : step?.text;
  const seen = observed ?? reason?.sv;
  return {
    instance: example.instance,
    ...(edge === undefined || monitor !== undefined ? {} : { edge: { from: edge.from.sv, to: edge.to.sv } }),
    ...(sent === undefined ? {} : { sent }),
    ...(step === undefined || monitor !== undefined ? {} : { looked: step.text }),
    ...(expected === undefined ? {} : { expected }),
    ...(seen === undefined ? {} : { observed: seen }),
    files: example.attachments.map(({ file }) => file),
  };
}

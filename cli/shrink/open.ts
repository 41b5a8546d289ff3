import { InputError } from '../../domain/input-error.ts';
import { drawingOf, simplerThan } from '../../flows/draws/drawing.ts';
import type { Bilingual } from '../../pages/bilingual.ts';
import { type Cause, causesOf } from '../../reports/causes.ts';
import { type RunHistory, readHistory } from '../../reports/history.ts';
import { summarise } from '../../reports/verdicts.ts';
import { careAreas } from '../care-areas.ts';
import { requireMeans } from '../require-means.ts';
import { startsItself } from '../system-under-test.ts';
import { type Replay, replayOf } from './replay.ts';
import type { Shrinkable } from './search.ts';

/** A red run with its causes, and all that it takes to play it again in parts. */
export interface Shrinking {
  readonly history: RunHistory;
  /** Those that are looked for, what befell most first. */
  readonly causes: readonly Cause[];
  readonly replay: Replay;
  readonly subject: Shrinkable;
  nameOf(cause: Cause): Bilingual;
}

export interface Wanted {
  /** Folder of the run. */
  readonly run: string;
  /** Only this one of its causes, from 1. */
  readonly cause?: number;
  /** Another profile than the run was made with. */
  readonly system?: string;
}

/**
 * Reads a run that shall be shrunk; everything is known of it before anything is played. Throws InputError for one that is green
 * or cannot be played again, EvidenceError for one whose evidence is missing or damaged.
 */
export async function openShrinking({ run, cause, system }: Wanted): Promise<Shrinking> {
  const history = await readHistory(run);
  const summary = summarise([history]);
  const all = causesOf(summary);
  const name = history.started.run;
  if (all.length === 0)
    throw new InputError(`Körningen ${name} visar inget fel; det finns inget att krympa.`);
  const causes = cause === undefined ? all : all.slice(cause - 1, cause);
  if (causes.length === 0)
    throw new InputError(`Körningen ${name} har inte så många orsaker; ange --cause 1 till ${all.length}.`);
  const replay = await replayOf(history, system === undefined ? {} : { system });
  await requireMeans({
    system: replay.system,
    faults: replay.faults,
    pages: replay.instances.some(({ channel }) => channel === 'ui') ? 'where-possible' : 'none',
  });
  const flows = [...new Map(replay.instances.map(({ flow }) => [flow.id, flow])).values()];
  const drawn = new Map(replay.instances.map((each) => [each.instance, each.drawn]));
  const draws = await (await careAreas()).draws();
  return {
    history,
    causes,
    replay,
    subject: {
      instances: replay.instances.map(({ instance, flow, at }) => ({ instance, flow: flow.id, at })),
      flows,
      faults: replay.faults,
      drawnFor: (instance) => drawn.get(instance) ?? [],
      simpler(flow, { step, activity }) {
        const written = flows.find(({ id }) => id === flow);
        const drawing = written === undefined ? undefined : drawingOf(written, step, draws);
        return drawing === undefined ? [] : simplerThan(activity, drawing);
      },
      hasControl: replay.faults.length > 0 && startsItself(replay.system),
    },
    nameOf: ({ signature: { kind }, failures: [failure] }) =>
      failure?.monitor === undefined
        ? summary.vocabulary.name(kind)
        : (failure.reason ?? summary.vocabulary.name(kind)),
  };
}

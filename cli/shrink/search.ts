import type { Task } from '../../domain/activity.ts';
import type { CareFlow, DrawnStep } from '../../domain/care-flow.ts';
import { FEW_FLOWS, type ShrinkCase, type ShrinkOutcome } from '../../domain/shrink.ts';
import type { Cause } from '../../reports/causes.ts';
import { repeatsFor } from './ddmin.ts';
import { least } from './least.ts';
import { allSteps, asSteps, likelySteps, type StepAt, sparedWithoutControl } from './steps-left.ts';
import { mostSuspectFirst, type Suspect } from './suspects.ts';
import { OutOfRuns, type Tries } from './tries.ts';

/** A red run, as far as it can be played again in parts. */
export interface Shrinkable {
  /** In the order in which they came. */
  readonly instances: readonly Suspect[];
  readonly flows: readonly CareFlow[];
  readonly faults: readonly string[];
  /** What was drawn for an instance; nothing where all was as it is written. */
  drawnFor(instance: string): readonly DrawnStep[];
  /** Simpler values than one that was drawn for a step of a flow, the simplest first. */
  simpler(flow: string, drawn: DrawnStep): Iterable<Task>;
  /** Whether the same can be played in an environment without any fault. */
  readonly hasControl: boolean;
}

export interface Found {
  readonly outcome: ShrinkOutcome;
  readonly seen: { readonly count: number; readonly of: number };
  readonly smallest?: ShrinkCase;
  /** The smallest with all steps of its flows: what else it shows is the same finding. */
  readonly whole?: ShrinkCase;
}

/** Each part that is tried first is so many times larger than the one before. */
const GROWTH = 4;
/** So often is a part played before it is called too small. */
const LOOKS = 2;
/** How surely something shows is known from so many plays where it showed each time, and from so many where it did not. */
const SURE = { always: 3, sometimes: 7 } as const;
/** What shows more seldom than this costs more runs than there are. */
const LEAST_PROBABILITY = 0.5;

/**
 * From all patients of a red run to the least that shows one of its causes: patients, then steps, then faults, then whether they
 * must come at the same time and with values at their limits. What was found so far stands when no more runs may be made.
 */
export async function shrinkCause(cause: Cause, run: Shrinkable, tries: Tries): Promise<Found> {
  const search = new Search(cause, run, tries);
  try {
    await search.everything();
  } catch (error) {
    if (!(error instanceof OutOfRuns)) throw error;
    search.endedEarly = true;
  }
  return search.found();
}

/** So many simpler values are tried of each that is drawn. */
const LOOKS_AT_VALUES = 16;

const asDrawn = (
  all: readonly { readonly instance: string; readonly drawn: DrawnStep }[],
): ShrinkCase['drawn'] =>
  Object.fromEntries(
    [...Map.groupBy(all, ({ instance }) => instance)].map(([instance, own]) => [
      instance,
      own.map(({ drawn }) => drawn),
    ]),
  );

class Search {
  readonly #cause: Cause;
  readonly #run: Shrinkable;
  readonly #tries: Tries;
  endedEarly = false;
  /** The last part that was played, and the smallest that showed. */
  #last: ShrinkCase;
  #best: ShrinkCase | undefined;
  #whole: ShrinkCase | undefined;
  #repeats: number = LOOKS;
  #isUnstable = false;

  constructor(cause: Cause, run: Shrinkable, tries: Tries) {
    this.#cause = cause;
    this.#run = run;
    this.#tries = tries;
    this.#last = this.#caseOf(run.instances);
  }

  async everything(): Promise<void> {
    const start = await this.#start();
    if (start === undefined) return;
    const left = await least(start, (part) => this.#shows(this.#caseOf(part)));
    const whole = this.#best ?? this.#caseOf(left);
    this.#whole = whole;
    this.#repeats = repeatsFor(await this.#probability(whole));
    await this.#leaveOutSteps(whole);
    await this.#leaveOutFaults();
    if (left.length > 1) await this.#alsoShows({ together: false });
    await this.#simplerValues();
  }

  found(): Found {
    const smallest = this.#best;
    const played = this.#whole ?? smallest ?? this.#last;
    const seen = this.#tries.seen(played, this.#cause.key);
    if (smallest === undefined || this.#isUnstable) {
      const isSeen = smallest !== undefined || seen.count > 0;
      const outcome = this.endedEarly ? 'out-of-runs' : isSeen ? 'unstable' : 'not-seen';
      return { outcome, seen };
    }
    const isSmall = smallest.instances.length <= FEW_FLOWS;
    return {
      outcome: isSmall ? 'shrunk' : this.endedEarly ? 'out-of-runs' : 'shrunk',
      seen,
      smallest,
      whole: this.#whole ?? smallest,
    };
  }

  /** The first part, in growing order, that shows surely enough to go on with. */
  async #start(): Promise<readonly Suspect[] | undefined> {
    const ordered = mostSuspectFirst(this.#run.instances, this.#cause.instances);
    for (let size = 1; ; size = Math.min(size * GROWTH, ordered.length)) {
      const part = ordered.slice(0, size);
      const one = this.#caseOf(part);
      if (await this.#shows(one)) {
        this.#isUnstable = false;
        const probability = await this.#probability(one);
        this.#repeats = repeatsFor(probability);
        if (probability >= LEAST_PROBABILITY) return part;
        this.#isUnstable = true;
      }
      if (size >= ordered.length) return undefined;
      this.#repeats = LOOKS;
    }
  }

  async #probability(one: ShrinkCase): Promise<number> {
    for (let nth = 0; nth < SURE.sometimes; nth++) {
      await this.#tries.nth(one, nth);
      const { count, of } = this.#tries.seen(one, this.#cause.key);
      if (of >= SURE.always && count === of) return 1;
    }
    const { count, of } = this.#tries.seen(one, this.#cause.key);
    return count / of;
  }

  /** A step that is needed to bring about what is then rightly not there would show the same without any fault. */
  async #leaveOutSteps(whole: ShrinkCase): Promise<void> {
    const flows = this.#flowsIn(whole);
    const all = flows.flatMap(allSteps);
    const likely = flows.flatMap((flow) => likelySteps(flow, this.#cause));
    const { hasControl } = this.#run;
    const fixed = hasControl ? [] : all.filter((at) => !sparedWithoutControl(at, flows, this.#cause));
    const withFixed = (part: readonly StepAt[]): ShrinkCase => {
      const steps = asSteps([...fixed, ...part], flows);
      return { ...whole, steps, drawn: this.#drawnIn(whole, steps) };
    };
    const shows = async (part: readonly StepAt[]): Promise<boolean> => {
      const one = withFixed(part);
      if (!(await this.#tries.shows(one, this.#cause.key, this.#repeats))) return false;
      const control = { ...one, faults: [] };
      if (hasControl && (await this.#tries.shows(control, this.#cause.key, 1))) return false;
      this.#best = one;
      return true;
    };
    const free = (part: readonly StepAt[]) => part.filter((at) => !fixed.includes(at));
    const from = all.filter(({ flow, step }) => likely.some((at) => at.flow === flow && at.step === step));
    const isShorter = from.length > 0 && from.length < all.length && (await shows(free(from)));
    await least(free(isShorter ? from : all), shows);
  }

  async #leaveOutFaults(): Promise<void> {
    const one = this.#best;
    if (one !== undefined && one.faults.length > 1)
      await least(one.faults, (faults) => this.#shows({ ...one, faults }));
  }

  /** As they are written, then as few as can be that are not, then each as simple as shows. */
  async #simplerValues(): Promise<void> {
    const one = this.#best;
    if (one === undefined) return;
    const all = Object.entries(one.drawn).flatMap(([instance, steps]) =>
      steps.map((drawn) => ({ instance, drawn })),
    );
    if (all.length === 0 || (await this.#shows({ ...one, drawn: {} }))) return;
    const left = await least(all, (part) => this.#shows({ ...one, drawn: asDrawn(part) }));
    for (const { instance, drawn } of left) await this.#simplify(instance, drawn, LOOKS_AT_VALUES);
  }

  async #simplify(instance: string, drawn: DrawnStep, looks: number): Promise<void> {
    const one = this.#best;
    const flow = this.#run.instances.find((each) => each.instance === instance)?.flow;
    if (one === undefined || flow === undefined) return;
    let left = looks;
    for (const activity of this.#run.simpler(flow, drawn)) {
      if (left === 0) return;
      left -= 1;
      const simpler = { ...drawn, activity };
      const own = (one.drawn[instance] ?? []).map((each) => (each.step === drawn.step ? simpler : each));
      if (await this.#shows({ ...one, drawn: { ...one.drawn, [instance]: own } }))
        return this.#simplify(instance, simpler, left);
    }
  }

  async #alsoShows(change: Partial<ShrinkCase>): Promise<void> {
    if (this.#best !== undefined) await this.#shows({ ...this.#best, ...change });
  }

  async #shows(one: ShrinkCase): Promise<boolean> {
    this.#last = one;
    const shown = await this.#tries.shows(one, this.#cause.key, this.#repeats);
    if (shown) this.#best = one;
    return shown;
  }

  /** What was drawn for steps that are left out is not told. */
  #drawnIn({ drawn }: ShrinkCase, steps: ShrinkCase['steps']): ShrinkCase['drawn'] {
    const all = Object.entries(drawn).flatMap(([instance, own]) => {
      const flow = this.#run.instances.find((each) => each.instance === instance)?.flow ?? '';
      return own
        .filter(({ step }) => steps[flow]?.includes(step) ?? true)
        .map((each) => ({ instance, drawn: each }));
    });
    return asDrawn(all);
  }

  #flowsIn({ instances }: ShrinkCase): readonly CareFlow[] {
    const played = new Set(
      this.#run.instances.flatMap(({ instance, flow }) => (instances.includes(instance) ? [flow] : [])),
    );
    return this.#run.flows.filter(({ id }) => played.has(id));
  }

  /** In the order in which they came, whatever order they were suspected in. */
  #caseOf(part: readonly Suspect[]): ShrinkCase {
    const { instances, faults, drawnFor } = this.#run;
    const names = instances.filter((each) => part.includes(each)).map(({ instance }) => instance);
    const drawn = names.flatMap((instance) => drawnFor(instance).map((each) => ({ instance, drawn: each })));
    return { instances: names, steps: {}, faults, together: true, drawn: asDrawn(drawn) };
  }
}

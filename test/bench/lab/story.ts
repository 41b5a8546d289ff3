import { open } from 'node:fs/promises';
import path from 'node:path';
import { nameGiven } from '../../../domain/activity.ts';
import type { DayPlan } from '../../../domain/care-day.ts';
import type { CareFlow } from '../../../domain/care-flow.ts';
import type { EvidenceEvent } from '../../../domain/evidence.ts';
import { stepToken } from '../../../domain/step-token.ts';
import { JOURNAL_FILE } from '../../../evidence/files.ts';
import type { Bound, StepContext } from '../../../systems/care-system.ts';

/** What a run's journal has told so far, as somebody at a workstation needs it: what earlier steps left behind. */
export class Story {
  readonly #file: string;
  readonly #visits: ReadonlyMap<string, DayPlan['flows'][number]>;
  readonly #units: DayPlan['units'];
  readonly #flows: ReadonlyMap<string, CareFlow>;
  readonly #bound = new Map<string, Map<string, Bound>>();
  /** How each card ended, by its id. */
  readonly endings = new Map<string, string>();
  /** Where the day's clock was when something last happened in the lab. */
  dayTime = 0;
  #read = 0;
  #rest = '';
  #reading: Promise<void> = Promise.resolve();

  constructor(run: string, plan: Pick<DayPlan, 'flows' | 'units'>, flows: readonly CareFlow[]) {
    this.#file = path.join(run, JOURNAL_FILE);
    this.#visits = new Map(plan.flows.map((planned) => [planned.instance, planned]));
    this.#units = plan.units;
    this.#flows = new Map(flows.map((flow) => [flow.id, flow]));
  }

  /** Reads what was written since the last time. */
  catchUp(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readOn());
    return this.#reading;
  }

  /** The task of a card, and what its person knows; undefined of what is no task. */
  taskOf(card: string) {
    const at = card.lastIndexOf('.');
    const [instance, step] = [card.slice(0, at), Number(card.slice(at + 1)) - 1];
    const planned = this.#visits.get(instance);
    const { activity, actor } = this.#flows.get(planned?.flow ?? '')?.steps[step] ?? {};
    if (planned === undefined || actor === undefined || activity?.type !== 'task') return undefined;
    const context: StepContext = {
      ...{ run: 'hands', instance, patient: planned.patient, actor, startedAt: Date.now() },
      bound: this.#bound.get(instance) ?? new Map(),
      units: Object.fromEntries(
        Object.entries(planned.units).map(([kind, key]) => [
          kind,
          this.#units.find((unit) => unit.key === key),
        ]),
      ),
      token: stepToken('hands', instance, step),
    };
    return { task: activity, context };
  }

  async #readOn(): Promise<void> {
    const file = await open(this.#file);
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(size - this.#read);
      await file.read(bytes, 0, bytes.length, this.#read);
      this.#read = size;
      const lines = `${this.#rest}${bytes.toString('utf8')}`.split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.#take((JSON.parse(line) as { event: EvidenceEvent }).event);
    } finally {
      await file.close();
    }
  }

  #take(event: EvidenceEvent): void {
    if ('dayTime' in event && event.type.startsWith('lab-')) this.dayTime = event.dayTime;
    if (event.type === 'lab-card') this.endings.set(event.card, event.change);
    if (event.type !== 'step-ended' || event.verdict !== 'pass' || event.outcome === undefined) return;
    const flow = this.#flows.get(this.#visits.get(event.instance)?.flow ?? '');
    const { activity, actor } = flow?.steps[event.step] ?? {};
    if (activity?.type !== 'task' || actor === undefined) return;
    const name = nameGiven(activity);
    if (name === undefined) return;
    const { status: outcome, reference, data } = event.outcome;
    const bound = this.#bound.get(event.instance) ?? new Map<string, Bound>();
    bound.set(name, {
      ...{ name, task: activity, actor, outcome },
      ...(reference === undefined ? {} : { reference }),
      ...(data === undefined ? {} : { data }),
    });
    this.#bound.set(event.instance, bound);
  }
}

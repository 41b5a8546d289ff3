import { AfterAll, type ITestCaseHookParameter, type ITestStepHookParameter } from '@cucumber/cucumber';
import { findAreas } from '../../care/areas.ts';
import type { CareUnit } from '../../domain/care-day.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import type { PatientCriteria } from '../../domain/patient.ts';
import { type RemoteJournal, remoteJournal } from '../../evidence/remote-journal.ts';
import { wallClock } from '../../flows/clock.ts';
import type { FlowProgress } from '../../flows/flow-progress.ts';
import { FlowRun } from '../../flows/flow-run.ts';
import type { StepResult } from '../../flows/step-result.ts';
import { unitsForFlow } from '../../flows/units.ts';
import { drawPeople } from '../../generators/draw/draw-people.ts';
import { monitoredIn } from '../../monitors/index.ts';
import type { CareSystem, Channel } from '../../systems/care-system.ts';
import { openSystem } from '../../systems/open-system.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { locate, type StepSource, stepSources } from './gherkin.ts';
import { type Act, defineInterpreter, type Interpreter, type InterpreterParameters } from './interpreter.ts';
import { NOT_COVERED_MEDIA_TYPE } from './not-covered.ts';

/** All that a worker of `genrep features` needs to perform scenarios; plain JSON, without secrets. */
export interface RobotParameters extends InterpreterParameters {
  readonly mode: 'robot';
  readonly run: string;
  readonly runFolder: string;
  readonly seed: number;
  readonly channel: Channel;
  readonly profile: SystemProfile;
  readonly flows: readonly CareFlow[];
  readonly units: readonly CareUnit[];
  /** How far the scenarios of a run that was cut off had come, by instance. */
  readonly progress: Readonly<Record<string, FlowProgress>>;
}

/** One connection to the system under test per worker thread and channel, opened by the first scenario. */
const systems = new Map<Channel, Promise<CareSystem>>();
let evidence: RemoteJournal | undefined;
/** Opened by the first scenario too. */
let drawing: ReturnType<typeof drawPeople> | undefined;

function systemFor({ channel, profile, runFolder, seed, flows }: RobotParameters): Promise<CareSystem> {
  const opened = systems.get(channel) ?? open({ profile, channel, runFolder, seed, flows });
  systems.set(channel, opened);
  return opened;
}

type Opening = Pick<RobotParameters, 'profile' | 'channel' | 'runFolder' | 'seed' | 'flows'>;

async function open({ profile, channel, runFolder, seed, flows }: Opening): Promise<CareSystem> {
  const areas = await findAreas();
  const system = await openSystem({
    ...{ profile, channel, areas, clock: wallClock(), recordings: runFolder },
    watch: { seed, planned: flows.length },
  });
  await system.connect();
  return system;
}

/** The flows that this worker thread has played. */
const played: FlowRun[] = [];

/** What this worker thread opened is closed with it, when everything that was sent has been looked for. */
AfterAll(async () => {
  await Promise.all(played.splice(0).map((run) => run.reconcile()));
  for (const opened of systems.values()) {
    const { watch, clockAhead } = await opened;
    for (const each of await monitoredIn((await watch?.finish()) ?? [], clockAhead?.())) evidence?.sink(each);
  }
  for (const system of systems.values()) await (await system).close();
  systems.clear();
  evidence?.close();
  evidence = undefined;
});

/** Performs each step of a scenario in the system under test, and fails the step when its verdict is not good. */
export class RobotInterpreter implements Interpreter {
  readonly #parameters: RobotParameters;
  #flow: CareFlow | undefined;
  #run: FlowRun | undefined;
  #sources: ReadonlyMap<string, StepSource> = new Map();
  #current: StepSource | undefined;
  /** Index of the step that comes. */
  #next = 0;

  readonly #attach: (data: string, mediaType: string) => unknown;

  constructor(parameters: RobotParameters, attach: (data: string, mediaType: string) => unknown) {
    this.#parameters = parameters;
    this.#attach = attach;
  }

  async begin(scenario: ITestCaseHookParameter): Promise<'skipped' | undefined> {
    if (await this.#journal().isOver()) return 'skipped';
    const { file, line } = locate(scenario).location;
    this.#sources = stepSources(scenario);
    this.#flow = this.#parameters.flows.find(
      ({ location }) => location.file === file && location.line === line,
    );
    if (this.#flow === undefined)
      throw new Error(`${file}:${line} was changed after the flows were compiled.`);
    return undefined;
  }

  beforeStep(step: ITestStepHookParameter): void {
    this.#current = this.#sources.get(step.pickleStep.id);
  }

  async patient(criteria: PatientCriteria): Promise<void> {
    const { run, seed, channel, units, flows, progress } = this.#parameters;
    const flow = this.#begun(this.#flow);
    const instance = `${flow.id}/${channel}`;
    const municipality = units.find((unit) => unit.kind === 'municipality')?.municipalityCode;
    drawing ??= drawPeople(seed, flows);
    const draw = await drawing;
    const patient = draw(`${run}/${instance}`, criteria, municipality);
    this.#run = new FlowRun({
      run,
      instance,
      flow,
      patient,
      units: unitsForFlow(units, municipality),
      system: await systemFor(this.#parameters),
      clock: wallClock(),
      speed: Number.POSITIVE_INFINITY,
      plannedAt: 0,
      ...this.#journal(),
      ...(progress[instance] === undefined ? {} : { progress: progress[instance] }),
    });
    await this.#run.begin();
  }

  async act(act: Act): Promise<void> {
    const source = this.#begun(this.#current);
    const compiled = this.#begun(this.#flow?.steps[this.#next]);
    this.#next += 1;
    const result = await this.#begun(this.#run).step({ ...compiled, ...act, ...source });
    if (result.verdict === 'not-covered') await this.#attach(explain(result), NOT_COVERED_MEDIA_TYPE);
    else if (result.verdict !== 'pass') throw new Error(explain(result));
  }

  async end(): Promise<'pending' | undefined> {
    const verdict = await this.#run?.end();
    if (this.#run !== undefined) played.push(this.#run);
    return verdict === 'not-covered' ? 'pending' : undefined;
  }

  #begun<T>(value: T | undefined): T {
    if (value === undefined)
      throw new Error('The scenario has no patient yet: it must open with "Givet en patient …".');
    return value;
  }

  #journal(): Pick<RemoteJournal, 'sink' | 'flush' | 'isOver'> {
    evidence ??= remoteJournal(this.#parameters.run);
    return evidence;
  }
}

/** A step's verdict as cucumber's own report shows it. */
const explain = ({ reason, expected, observed }: StepResult): string =>
  expected === undefined ? `${reason}` : `${reason}\n  Förväntat: ${expected}\n  Sett: ${observed}`;

defineInterpreter(
  'robot',
  (world) =>
    new RobotInterpreter(world.parameters as RobotParameters, (data, mediaType) =>
      world.attach(data, mediaType),
    ),
);

import process from 'node:process';
import { loadConfiguration, loadSources, runCucumber } from '@cucumber/cucumber/api';
import type { CareFlow } from '../../domain/care-flow.ts';
import { InputError } from '../../domain/input-error.ts';
import { receiveEvidence } from '../../evidence/remote-journal.ts';
import { tellNotCovered } from '../../features/support/not-covered.ts';
import type { RobotParameters } from '../../features/support/robot.ts';
import { loadSteps, ROBOT_SUPPORT, type Steps, silentEnvironment } from '../../flows/steps.ts';
import { stageAtHand, unitsAtHand } from '../../scenarios/at-hand.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import type { Channel } from '../../systems/care-system.ts';
import { loadProfile } from '../../systems/load-profile.ts';
import { hasApi } from '../../systems/open-system.ts';
import { askedFor } from '../as-before.ts';
import { concludeRun } from '../conclude-run.ts';
import { chosenFlows, type FeatureChoice, readChoice } from '../feature-choice.ts';
import type { Journaling } from '../journaling.ts';
import { scenarioLines } from '../progress/scenario-lines.ts';
import { PROJECT } from '../project.ts';
import { requireMeans } from '../require-means.ts';
import { readResumption } from '../resumption.ts';
import { newRun } from '../run-folder.ts';
import { tagChoice } from '../tag-choice.ts';
import { withRun } from '../with-run.ts';
import { writtenFlows } from '../written-flows.ts';

/** As commander hands them over. */
export interface FeaturesOptions {
  readonly system: string;
  readonly channel?: 'api' | 'ui';
  readonly parallel: number;
  readonly shard?: string;
  readonly seed: number;
  readonly stage?: string;
  readonly fault: readonly string[];
  readonly with: readonly string[];
  readonly out?: string;
  readonly replace?: true;
  readonly allure: boolean;
  readonly resume?: string;
  readonly sign?: string;
  readonly json?: true;
}

const CHANNEL_WORDS = { api: 'Genom API', ui: 'I webbläsare' } as const;

/** `genrep features`: what is chosen of the scenarios once on each channel, performed by cucumber-js. */
export async function runFeatures(words: readonly string[], options: FeaturesOptions): Promise<void> {
  // Everything after "--" is cucumber's, and begins with an option; commander does not tell where.
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const choices = (firstOption === -1 ? words : words.slice(0, firstOption)).map(readChoice);
  const own = firstOption === -1 ? [] : words.slice(firstOption);
  const channels: readonly Channel[] =
    options.channel !== undefined
      ? [options.channel]
      : hasApi(loadProfile(options.system))
        ? ['api', 'ui']
        : ['ui'];
  await requireMeans({
    system: options.system,
    faults: options.fault,
    pages: options.channel === 'ui' ? 'asked-for' : options.channel === 'api' ? 'none' : 'where-possible',
  });
  const stage = loadStage(options.stage ?? stageAtHand());
  const units = unitsAtHand();
  const steps = await loadSteps(PROJECT, ROBOT_SUPPORT);
  const chosen = chosenFlows(choices, await writtenFlows(steps, filesOf(choices)));
  const paths =
    choices.length === 0
      ? ['features/**/*.feature']
      : chosen.map(({ location: { file, line } }) => `${file}:${line}`);
  const argv = [...paths, ...shardOf(options), ...own];
  const flows = await select(chosen, argv);

  const resumed = options.resume === undefined ? undefined : await readResumption(options.resume);
  const { id, folder } = resumed ?? (await newRun('features', options));
  const frame = {
    id,
    folder,
    system: options.system,
    faults: options.fault,
    parts: options.with,
    channels: new Set(channels),
    pageSnapshots: true,
    started: {
      command: 'features',
      title:
        choices.length === 0
          ? 'Alla patientflöden en gång'
          : `Valda patientflöden: ${words.slice(0, choices.length).join(', ')}`,
      stage,
      flows,
      seed: options.seed,
      planned: flows.length * channels.length,
      speed: 1,
      asked: askedFor(words, options),
    },
    ...(options.sign === undefined ? {} : { sign: options.sign }),
    ...(resumed === undefined ? {} : { resumed }),
  } as const;
  await withRun(frame, async ({ profile, systems, journal, signal }) => {
    await systems.close(); // cucumber's workers each connect for themselves
    for (const channel of channels) {
      signal.throwIfAborted();
      const robot = {
        mode: 'robot',
        run: id,
        runFolder: folder,
        seed: options.seed,
        channel,
        profile,
        flows,
        units,
        progress: Object.fromEntries(resumed?.progress ?? []),
      } as const;
      const output = options.json === true ? process.stderr : process.stdout;
      await performAll({ steps, argv, parallel: options.parallel, robot, journal, signal, output });
    }
    signal.throwIfAborted();
  });
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: options.allure });
}

/** The only files that are read, where files alone are chosen: what is wrong in others is not in the way. */
const filesOf = (choices: readonly FeatureChoice[]): string[] | undefined =>
  choices.length > 0 && choices.every(({ kind }) => kind === 'file')
    ? choices.flatMap((choice) => (choice.kind === 'file' ? choice.file : []))
    : undefined;

const shardOf = ({ shard }: FeaturesOptions): string[] => (shard === undefined ? [] : ['--shard', shard]);

async function configure(argv: readonly string[]) {
  const { exit } = process;
  // cucumber-js ends the process over an option that it does not know, with the code that says of a system that it failed.
  process.exit = () => {
    throw new InputError(
      'Växlarna efter -- är cucumbers egna, och den här finns inte där; se npx cucumber-js --help.',
    );
  };
  try {
    return await loadConfiguration(
      { file: false, provided: ['--language', 'sv', ...argv] },
      { cwd: PROJECT },
    );
  } finally {
    process.exit = exit;
  }
}

/** The flows that cucumber-js will run with these options. */
async function select(flows: readonly CareFlow[], argv: readonly string[]): Promise<CareFlow[]> {
  const { runConfiguration } = await configure(argv);
  const { tagExpression = '' } = runConfiguration.sources;
  if (tagExpression !== '') tagChoice(tagExpression, flows);
  const { plan } = await loadSources(runConfiguration.sources, { cwd: PROJECT });
  const chosen = new Set(
    inShard(plan, runConfiguration.sources.shard).map(
      ({ uri, location }) => `${uri.replaceAll('\\', '/')}:${location.line}`,
    ),
  );
  const selected = flows.filter(({ location }) => chosen.has(`${location.file}:${location.line}`));
  if (selected.length === 0) throw new InputError('Inga scenarier passar valet av taggar och delar.');
  return selected;
}

/** cucumber-js deals scenarios to shards in turn, but only when it runs them. */
function inShard<T>(plan: readonly T[], shard: string | undefined): readonly T[] {
  if (shard === undefined || shard === '') return plan;
  const [index = 1, total = 1] = shard.split('/').map(Number);
  return plan.filter((_, position) => position % total === index - 1);
}

interface Performance {
  readonly steps: Steps;
  readonly argv: readonly string[];
  readonly parallel: number;
  readonly robot: RobotParameters;
  readonly journal: Journaling;
  readonly signal: AbortSignal;
  /** Where cucumber's own report goes, or Genrep's in its place; standard output may be for the outcome alone. */
  readonly output: NodeJS.WriteStream;
}

async function performAll({
  steps,
  argv,
  parallel,
  robot,
  journal,
  signal,
  output,
}: Performance): Promise<void> {
  const { runConfiguration } = await configure([
    ...argv,
    ...(parallel === 0 ? [] : ['--parallel', `${parallel}`]),
    '--world-parameters',
    JSON.stringify(robot),
  ]);
  const events = receiveEvidence(robot.run, { append: journal.sink, flush: journal.flush, signal });
  const isOurs = runConfiguration.formats.stdout === 'progress' && !argv.includes('progress');
  const tell = tellNotCovered();
  const show = scenarioLines(CHANNEL_WORDS[robot.channel], (text) => output.write(text));
  await runCucumber(
    { ...runConfiguration, support: steps.library },
    isOurs ? { ...silentEnvironment(PROJECT), stderr: process.stderr } : { cwd: PROJECT, stdout: output },
    (message) => {
      tell(message);
      if (isOurs) show(message);
    },
  );
  await events.drained();
}

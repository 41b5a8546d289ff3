import process from 'node:process';
import { loadConfiguration, loadSources, runCucumber } from '@cucumber/cucumber/api';
import type { CareFlow } from '../../domain/care-flow.ts';
import { InputError } from '../../domain/input-error.ts';
import { receiveEvidence } from '../../evidence/remote-journal.ts';
import type { RobotParameters } from '../../features/support/robot.ts';
import { loadSteps, ROBOT_SUPPORT, type Steps } from '../../flows/steps.ts';
import { loadDay } from '../../scenarios/load-day.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import type { Channel } from '../../systems/care-system.ts';
import { askedFor } from '../as-before.ts';
import type { FeaturesOptions } from '../commands/features.ts';
import { concludeRun } from '../conclude-run.ts';
import type { Journaling } from '../journaling.ts';
import { ROOT } from '../project.ts';
import { requireMeans } from '../require-means.ts';
import { readResumption } from '../resumption.ts';
import { newRun } from '../run-folder.ts';
import { withRun } from '../with-run.ts';
import { writtenFlows } from '../written-flows.ts';

/** Whose units the scenarios take place at. */
const DAY = 'sas-vardag';

/** `genrep features`: every scenario once on each channel, performed by cucumber-js. */
export async function runFeatures(
  tagsOrOption: string | undefined,
  more: readonly string[],
  options: FeaturesOptions,
): Promise<void> {
  // Everything after "--" is cucumber's; commander cannot tell it from an absent tag expression.
  const isOption = tagsOrOption?.startsWith('-') === true;
  const own = isOption ? [tagsOrOption, ...more] : more;
  const tags = isOption ? undefined : tagsOrOption;
  const channels: readonly Channel[] = options.channel === undefined ? ['api', 'ui'] : [options.channel];
  await requireMeans({
    system: options.system,
    faults: options.fault,
    pages: options.channel === 'ui' ? 'asked-for' : options.channel === 'api' ? 'none' : 'where-possible',
  });
  const stage = loadStage(options.stage);
  const { units } = loadDay(DAY);
  const steps = await loadSteps(ROOT, ROBOT_SUPPORT);
  const compiled = await writtenFlows(steps);
  const argv = [...(tags === undefined ? [] : ['--tags', tags]), ...shardOf(options), ...own];
  const flows = await select(compiled, argv);

  const resumed = options.resume === undefined ? undefined : await readResumption(options.resume);
  const { id, folder } = resumed ?? (await newRun('features', options));
  const frame = {
    id,
    folder,
    system: options.system,
    faults: options.fault,
    channels: new Set(channels),
    pageSnapshots: true,
    started: {
      command: 'features',
      title: 'Alla patientflöden en gång',
      stage,
      flows,
      seed: options.seed,
      planned: flows.length * channels.length,
      speed: 1,
      asked: askedFor([tagsOrOption, ...more], options),
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
      await performAll({
        steps,
        argv,
        parallel: options.parallel,
        robot,
        journal,
        json: options.json === true,
      });
    }
  });
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: options.allure });
}

const shardOf = ({ shard }: FeaturesOptions): string[] => (shard === undefined ? [] : ['--shard', shard]);

const configure = (argv: readonly string[]) =>
  loadConfiguration(
    { file: false, provided: ['features/**/*.feature', '--language', 'sv', ...argv] },
    { cwd: ROOT },
  );

/** The flows that cucumber-js will run with these options. */
async function select(flows: readonly CareFlow[], argv: readonly string[]): Promise<CareFlow[]> {
  const { runConfiguration } = await configure(argv);
  const { plan } = await loadSources(runConfiguration.sources, { cwd: ROOT });
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
  /** Standard output is for the outcome alone, and cucumber's own goes to standard error. */
  readonly json: boolean;
}

async function performAll({ steps, argv, parallel, robot, journal, json }: Performance): Promise<void> {
  const { runConfiguration } = await configure([
    ...argv,
    ...(parallel === 0 ? [] : ['--parallel', `${parallel}`]),
    '--world-parameters',
    JSON.stringify(robot),
  ]);
  const events = receiveEvidence(robot.run, { append: journal.sink, flush: journal.flush });
  await runCucumber(
    { ...runConfiguration, support: steps.library },
    { cwd: ROOT, ...(json ? { stdout: process.stderr } : {}) },
  );
  await events.drained();
}

import type { ActivityKind } from '../domain/activity.ts';
import type { Vocabulary } from '../domain/area.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { Requirement } from '../domain/stage.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import { type Bilingual, both, same } from '../pages/bilingual.ts';
import { saysNothing } from './exercised.ts';
import type { Failure } from './failures.ts';
import { type CountsByChannel, countByChannel } from './flows.ts';
import type { InstanceResult, StepResult } from './instances.ts';
import type { MonitorResult } from './monitors.ts';
import { shows, stepsOn } from './shows.ts';
import { WRONG } from './wrong.ts';

/** What is said of one requirement, and from how much. */
export interface RequirementResult {
  readonly requirement: Requirement;
  /** The worst that was observed where it should show; `not-covered` when nobody looked. */
  readonly verdict: Verdict;
  /** Flows that claim it. */
  readonly flows: readonly string[];
  /** Instances in which it was looked at, and in which it did not hold. */
  readonly observedIn: number;
  readonly brokenIn: number;
  /** How much its monitors had to look at beside the steps. */
  readonly watched: number;
  /** Of these, instances in which it never came to be looked at, since another step failed. */
  readonly strandedIn: number;
  /** Looks by verdict, by channel. */
  readonly looks: CountsByChannel;
  /** Instances of its flows that ended before it could show (ej nådd). */
  readonly notReachedIn: number;
  /** Instances in which the channel cannot show it. */
  readonly notSupportedIn: number;
  /** Why it is not covered, or what speaks against it. */
  readonly reason?: Bilingual;
  readonly failures: readonly Failure[];
}

/**
 * Whether any flow that was played would have shown it: a requirement that was not tried is told apart from one that was
 * not chosen. What steps show is not chosen by what monitors happened to see beside them.
 */
export const wasChosen = ({
  requirement: { shownBy },
  observedIn,
  notReachedIn,
  notSupportedIn,
  watched,
}: RequirementResult): boolean =>
  observedIn + notReachedIn + notSupportedIn + (shownBy.length === 0 ? watched : 0) > 0;

/** What a requirement is weighed among. */
interface Weighed {
  /** All of the stage. */
  readonly requirements: readonly Requirement[];
  readonly vocabulary: Vocabulary;
  /** What was seen beside the steps. */
  readonly monitors: readonly MonitorResult[];
}

/** Judges one requirement over all instances of the flows that claim it. */
export function judgeRequirement(
  requirement: Requirement,
  flows: readonly CareFlow[],
  instances: readonly InstanceResult[],
  failures: readonly Failure[],
  happened: ReadonlySet<ActivityKind>,
  { requirements, vocabulary, monitors }: Weighed,
): RequirementResult {
  const claiming = flows.filter((flow) => flow.requirements.includes(requirement.id));
  const looks = instances.flatMap((instance) => {
    const showing = stepsOn(requirement, instance, requirements);
    const isStranded = !showing.some((step) => isWrong(step) && shows(requirement, instance, step));
    return showing.length === 0 ? [] : [{ channel: instance.channel, showing, isStranded }];
  });
  const observed = looks.map(({ channel, showing, isStranded }) => ({
    ...{ channel, isStranded },
    verdicts: showing.filter(({ coverage }) => coverage === 'observed').map(({ verdict }) => verdict),
  }));
  const broken = observed.filter(({ verdicts }) => verdicts.some((one) => WRONG.has(one)));
  const seen = worst(observed.flatMap(({ verdicts }) => verdicts));
  const empty = seen === 'pass' ? saysNothing(requirement.shownBy, happened, vocabulary) : undefined;
  const watching = monitors.filter(({ id }) => requirement.watchedBy?.some(({ monitor }) => monitor === id));
  const against = monitors.flatMap((monitor) => monitor.failures.filter(isAbout(requirement)));
  const isWatched = watching.some(({ lookedAt }) => lookedAt > 0);
  const looked: Verdict[] =
    requirement.shownBy.length > 0 ? [empty === undefined ? seen : 'unknown'] : isWatched ? ['pass'] : [];
  const verdict = worst([...looked, ...against.map((failure) => failure.verdict)]);
  const reason =
    verdict === 'not-covered'
      ? requirement.shownBy.length === 0
        ? whyNotWatched(watching)
        : whyNot(
            claiming,
            looks.flatMap(({ showing }) => showing),
          )
      : empty;
  const lacking = (coverage: StepResult['coverage']) =>
    looks.filter(({ showing }) => showing.some((step) => step.coverage === coverage)).length;
  return {
    requirement,
    verdict,
    flows: claiming.map(({ id }) => id),
    observedIn: observed.filter(({ verdicts }) => verdicts.length > 0).length,
    brokenIn: broken.length,
    watched: watching.reduce((sum, { lookedAt }) => sum + lookedAt, 0),
    strandedIn: broken.filter(({ isStranded }) => isStranded).length,
    looks: countByChannel(
      observed.flatMap(({ channel, verdicts }) => verdicts.map((one) => ({ channel, verdict: one }))),
    ),
    notReachedIn: lacking('not-reached'),
    notSupportedIn: lacking('not-supported'),
    ...(reason === undefined ? {} : { reason }),
    failures: [...failures.filter(isAbout(requirement)), ...against],
  };
}

const isAbout =
  ({ id }: Requirement) =>
  ({ requirements }: Failure): boolean =>
    requirements.includes(id);

function whyNotWatched(watching: readonly MonitorResult[]): Bilingual {
  const reason = watching.find((each) => each.reason !== undefined)?.reason;
  if (reason !== undefined) return same(reason);
  return watching.length === 0
    ? both('Ingen övervakare såg körningen.', 'No monitor watched the run.')
    : both(
        'Ingenting hände i körningen som kravet gäller.',
        'Nothing happened in the run that the requirement is about.',
      );
}

const isWrong = ({ verdict }: StepResult): boolean => WRONG.has(verdict);

function whyNot(claiming: readonly CareFlow[], steps: readonly StepResult[]): Bilingual {
  if (claiming.length === 0) {
    return both(
      'Inget flöde i körningen gör anspråk på kravet.',
      'No flow of the run claims the requirement.',
    );
  }
  const lacking = steps.find(({ coverage }) => coverage === 'not-supported');
  if (lacking?.reason !== undefined) return lacking.reason;
  if (steps.length === 0) {
    return both('Inget av kravets flöden spelades.', 'None of the flows that claim it was played.');
  }
  const unreached = steps.find(({ reason }) => reason !== undefined)?.reason ?? both('', '');
  return both(
    `Flödena kom aldrig till ${steps.length === 1 ? 'det steg' : `de ${steps.length} steg`} som skulle visa det. ${unreached.sv}`,
    `The flows never came to the ${steps.length === 1 ? 'step' : `${steps.length} steps`} that would show it. ${unreached.en}`,
  );
}

import type { TrialCase, TrialFault } from '../../domain/trial.ts';
import type { Failure } from '../failures.ts';
import type { RunHistory } from '../history.ts';
import { readinessOf } from '../readiness.ts';

/** What a monitor found, as far as a fault is named by it. */
export interface NamedFinding {
  readonly monitor: string;
  readonly kind: string;
  readonly component: string;
  /** Of a time, in which part of the system it stands. */
  readonly within?: string | undefined;
  readonly instance?: string | undefined;
  /** The monitor whose finding explains this one: a fault is not named by what follows from it. */
  readonly follows?: string | undefined;
}

/** What came of one case. */
export interface JudgedCase {
  readonly name: string;
  readonly fault?: TrialFault;
  /** How often it struck; nothing can be said of a fault that never did. */
  readonly strikes: number;
  readonly found: boolean;
  /** Whether a requirement and a part of the system were told that the fault is about. */
  readonly named: boolean;
  /** Requirements that turned red. */
  readonly red: readonly string[];
  readonly monitors: readonly string[];
  readonly components: readonly string[];
  /** Kinds of question that were asked, and those that were answered wrongly or not at all. */
  readonly asked: readonly string[];
  readonly wrong: readonly string[];
  /** In the order in which they came, the first patient with whom something was wrong. */
  readonly patients?: number;
}

/** Kinds that a fault and a monitor have other words for. */
const KIND_OF_MONITOR: Readonly<Record<string, string>> = { 'no-answer': 'answers' };

/** Judges one case from the evidence of its run, what its monitors found, and how often the environment says it struck. */
export function judgeCase(
  { name, fault }: TrialCase,
  history: RunHistory,
  findings: readonly NamedFinding[],
  strikes: number,
): JudgedCase {
  const { outcome, requirements, otherFailures } = readinessOf([history]);
  const wrong = requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'error');
  const red = wrong.map(({ requirement }) => requirement.id);
  const found = outcome !== 'passed' || findings.length > 0;
  const causes = findings.filter(({ follows }) => follows === undefined);
  const failures = [...wrong.flatMap((each) => each.failures), ...otherFailures];
  const components = new Set([...causes, ...failures].flatMap(partsOf));
  const patients = firstWrong(history, findings);
  return {
    name,
    ...(fault === undefined ? {} : { fault }),
    strikes,
    found,
    named: found && fault !== undefined && isNamed(fault, causes, failures),
    red,
    monitors: [...new Set(findings.map(({ monitor }) => monitor))],
    components: [...components],
    ...questionsIn(history),
    ...(found && patients > 0 ? { patients } : {}),
  };
}

function questionsIn({ instances }: RunHistory): Pick<JudgedCase, 'asked' | 'wrong'> {
  const asked = new Set<string>();
  const wrong = new Set<string>();
  for (const { flow, ended } of instances) {
    for (const [index, { verdict }] of ended) {
      const activity = flow.steps[index]?.activity;
      if (activity?.type !== 'question') continue;
      asked.add(activity.kind);
      if (isWrong(verdict)) wrong.add(activity.kind);
    }
  }
  return { asked: [...asked], wrong: [...wrong] };
}

const isWrong = (verdict: string | undefined): boolean => verdict === 'fail' || verdict === 'error';

/**
 * Whether one finding tells both: what went wrong, or a requirement of the fault, and the part of the system. What merely
 * follows from another finding names nothing.
 */
function isNamed(
  { requirements, kind = '', component = '' }: TrialFault,
  causes: readonly NamedFinding[],
  failures: readonly Failure[],
): boolean {
  const told = (each: NamedFinding | Failure): boolean => partsOf(each).includes(component);
  return (
    causes.some((cause) => cause.kind === (KIND_OF_MONITOR[kind] ?? kind) && told(cause)) ||
    failures.some(
      (failure) =>
        told(failure) &&
        ((kind === 'no-answer' && isBroken(failure)) ||
          failure.requirements.some((id) => requirements.includes(id))),
    )
  );
}

/** No answer came that could be used. */
const isBroken = ({ verdict, monitor }: Failure): boolean => verdict !== 'fail' && monitor === undefined;

const partsOf = ({ component, within }: NamedFinding | Failure): string[] =>
  [component, within].filter((part) => part !== undefined);

/** 0 where nothing was wrong with any one patient. */
function firstWrong({ instances }: RunHistory, findings: readonly NamedFinding[]): number {
  const named = new Set(findings.map(({ instance }) => instance));
  return (
    1 +
    instances.findIndex(
      ({ instance, verdict, reconciled }) =>
        isWrong(verdict) || named.has(instance) || reconciled.some((look) => isWrong(look.verdict)),
    )
  );
}

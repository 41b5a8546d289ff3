import type { TrialCase, TrialFault } from '../../domain/trial.ts';
import type { RunHistory } from '../history.ts';
import { readinessOf } from '../readiness.ts';

/** What a monitor found, as far as a fault is named by it. */
export interface NamedFinding {
  readonly monitor: string;
  readonly kind: string;
  readonly component: string;
  readonly instance?: string | undefined;
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

/** The part of the system that a requirement of the steps is about, by the area in its number. */
const COMPONENT_OF: Readonly<Record<string, string>> = {
  ...{ ADT: 'api', BOK: 'api', DOK: 'api', LM: 'api', PAT: 'api', VIT: 'api' },
  ...{ LAB: 'laboratory', SAM: 'message', SEK: 'access' },
};

const componentsOf = (requirement: string): string[] => {
  const component = COMPONENT_OF[requirement.split('-')[1] ?? ''];
  return component === undefined ? [] : [component];
};

/** Kinds that a fault and a monitor have other words for. */
const KIND_OF_MONITOR: Readonly<Record<string, string>> = { 'no-answer': 'answers' };

/** Judges one case from the evidence of its run, what its monitors found, and how often the environment says it struck. */
export function judgeCase(
  { name, fault }: TrialCase,
  history: RunHistory,
  findings: readonly NamedFinding[],
  strikes: number,
): JudgedCase {
  const { outcome, requirements } = readinessOf([history]);
  const red = requirements
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'error')
    .map(({ requirement }) => requirement.id);
  const found = outcome !== 'passed' || findings.length > 0;
  const components = new Set([...findings.map(({ component }) => component), ...red.flatMap(componentsOf)]);
  const patients = firstWrong(history, findings);
  return {
    name,
    ...(fault === undefined ? {} : { fault }),
    strikes,
    found,
    named: found && fault !== undefined && isNamed(fault, red, findings, components),
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

function isNamed(
  { requirements, kind = '', component = '' }: TrialFault,
  red: readonly string[],
  findings: readonly NamedFinding[],
  components: ReadonlySet<string>,
): boolean {
  const ofKind = findings.some((finding) => finding.kind === (KIND_OF_MONITOR[kind] ?? kind));
  const isAbout = ofKind || requirements.some((id) => red.includes(id));
  return isAbout && components.has(component);
}

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

import type { ActivityKind } from '../../domain/activity.ts';
import type { ActivityFacts, Area } from '../../domain/area.ts';
import type { Capability } from '../care-system.ts';
import type { Tried } from './line-of-tests.ts';
import { BrokenLine } from './rehearsal.ts';
import { type Case, kindOf, type Line } from './script.ts';

/** What a driver turned out to be able to do of one kind of activity. */
export interface ActivityTried {
  readonly kind: ActivityKind;
  readonly sv: string;
  readonly en: string;
  /** `untried`: no case that could be played has it. */
  readonly outcome: 'does' | 'does-wrong' | 'cannot' | 'untried';
  /** Why it cannot, what it did instead, or what is lacking for it to be tried. */
  readonly reason?: string;
}

interface AreaTried {
  readonly sv: string;
  readonly en: string;
  readonly activities: readonly ActivityTried[];
}

/** What the contract suite said of a driver, activity by activity, and what it said of the driver as a whole. */
export interface DriverTried {
  readonly areas: readonly AreaTried[];
  /** Rules of the port that it broke: tokens, doubt, answers about somebody else. */
  readonly broken: readonly { readonly rule: string; readonly reason: string }[];
}

export function verdictOnDriver(
  areas: readonly Area[],
  cases: readonly Case[],
  capability: (kind: ActivityKind) => Capability,
  tried: readonly Tried[],
): DriverTried {
  const wrong = new Map(
    tried.flatMap(({ failure }) =>
      failure instanceof BrokenLine ? [[failure.kind, failure.message] as const] : [],
    ),
  );
  const held = new Set(
    tried.flatMap(({ name, failure, skipped }) =>
      failure === undefined && skipped === undefined ? kindsIn(name, cases) : [],
    ),
  );
  const lines = cases.flatMap((each) => each.lines);
  const ofKind = ({ kind, type }: ActivityFacts): Pick<ActivityTried, 'outcome' | 'reason'> => {
    const can = capability(kind);
    if (!can.supported) return { outcome: 'cannot', reason: can.reason };
    const reason = wrong.get(kind);
    if (reason !== undefined) return { outcome: 'does-wrong', reason };
    const lacks = lackIn(
      lines.filter((line) => kindOf(line) === kind),
      type,
    );
    if (lacks !== undefined) return { outcome: 'untried', reason: lacks };
    return { outcome: held.has(kind) ? 'does' : 'untried' };
  };
  return {
    areas: areas.map(({ sv, en, activities }) => ({
      sv,
      en,
      activities: activities.map((facts) => ({
        kind: facts.kind,
        sv: facts.sv,
        en: facts.en,
        ...ofKind(facts),
      })),
    })),
    broken: tried.flatMap(({ name, failure }) =>
      failure === undefined || failure instanceof BrokenLine
        ? []
        : [{ rule: name, reason: wordsOf(failure) }],
    ),
  };
}

/** What the cases lack for an activity to be tried: a driver that always says yes passes where no case has a no. */
function lackIn(lines: readonly Line[], type: ActivityFacts['type']): string | undefined {
  if (lines.length === 0) return 'Inget fall i områdets contract.ts har det; skriv ett.';
  if (type === 'task') return undefined;
  const isThere = (answer: Line['line']): boolean => lines.some(({ line }) => line === answer);
  if (!isThere('sees')) return 'Inget fall i områdets contract.ts har ett ja (sees); skriv ett.';
  if (!isThere('sees-not')) return 'Inget fall i områdets contract.ts har ett nej (seesNot); skriv ett.';
  return undefined;
}

const kindsIn = (title: string, cases: readonly Case[]): ActivityKind[] =>
  cases.filter((each) => each.title === title).flatMap(({ lines }) => lines.map(kindOf));

const wordsOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));

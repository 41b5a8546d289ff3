import type { ActivityKind } from '../../domain/activity.ts';
import type { Area } from '../../domain/area.ts';
import type { Capability } from '../care-system.ts';
import type { Tried } from './line-of-tests.ts';
import { BrokenLine } from './rehearsal.ts';
import { type Case, kindOf } from './script.ts';

/** What a driver turned out to be able to do of one kind of activity. */
export interface ActivityTried {
  readonly kind: ActivityKind;
  readonly sv: string;
  readonly en: string;
  /** `untried`: no case that could be played has it. */
  readonly outcome: 'does' | 'does-wrong' | 'cannot' | 'untried';
  /** Why it cannot, or what it did instead. */
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
  const ofKind = (kind: ActivityKind): Pick<ActivityTried, 'outcome' | 'reason'> => {
    const can = capability(kind);
    if (!can.supported) return { outcome: 'cannot', reason: can.reason };
    const reason = wrong.get(kind);
    if (reason !== undefined) return { outcome: 'does-wrong', reason };
    return { outcome: held.has(kind) ? 'does' : 'untried' };
  };
  return {
    areas: areas.map(({ sv, en, activities }) => ({
      sv,
      en,
      activities: activities.map(({ kind, ...words }) => ({
        kind,
        sv: words.sv,
        en: words.en,
        ...ofKind(kind),
      })),
    })),
    broken: tried.flatMap(({ name, failure }) =>
      failure === undefined || failure instanceof BrokenLine
        ? []
        : [{ rule: name, reason: wordsOf(failure) }],
    ),
  };
}

const kindsIn = (title: string, cases: readonly Case[]): ActivityKind[] =>
  cases.filter((each) => each.title === title).flatMap(({ lines }) => lines.map(kindOf));

const wordsOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));

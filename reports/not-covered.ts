import type { ActivityKind } from '../domain/activity.ts';
import type { Channel } from '../domain/evidence.ts';
import { type Bilingual, both, same } from '../pages/bilingual.ts';
import type { InstanceResult } from './instances.ts';
import type { Summary } from './verdicts.ts';

/** Something that nobody looked at, and why. */
export interface NotCovered {
  readonly what: Bilingual;
  readonly why: Bilingual;
  readonly channel?: Channel;
  /** How many steps or flows it concerns. */
  readonly count: number;
}

/** All that was not covered: what the system cannot show, what flows never reached, flows that were not played. */
export function notCoveredIn(summary: Summary): NotCovered[] {
  return [...unsupported(summary), ...unreached(summary.instances), ...unplayed(summary)];
}

function unsupported({ instances }: Summary): NotCovered[] {
  const lacking = instances.flatMap(({ channel, steps }) =>
    steps
      .filter(({ coverage }) => coverage === 'not-supported')
      .map(({ kind, step, reason }) => ({ channel, kind, text: step.text, reason })),
  );
  const groups = Map.groupBy(lacking, ({ channel, kind, reason }) => keyOf(channel, kind, reason));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { channel, text, reason } = first;
    return [{ what: same(text), why: reason ?? same(''), channel, count: group.length }];
  });
}

const keyOf = (channel: Channel, kind: ActivityKind | undefined, reason: Bilingual | undefined): string =>
  `${channel} ${kind ?? ''} ${reason?.sv ?? ''}`;

function unreached(instances: readonly InstanceResult[]): NotCovered[] {
  const cut = instances.flatMap(({ flow, steps }) => {
    const lost = steps.filter(({ coverage }) => coverage === 'not-reached');
    const [first] = lost;
    return first === undefined ? [] : [{ flow, lost: lost.length, reason: first.reason ?? same('') }];
  });
  return [...Map.groupBy(cut, ({ flow }) => flow.id).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const lost = group.reduce((sum, one) => sum + one.lost, 0);
    return [
      {
        what: both(`${first.flow.name}: ${lost} steg`, `${first.flow.name}: ${lost} steps`),
        why: both(
          `Ej nådda i ${group.length} fall. Till exempel: ${first.reason.sv}`,
          `Not reached in ${group.length} cases. For example: ${first.reason.en}`,
        ),
        count: lost,
      },
    ];
  });
}

function unplayed({ flows, planned, started }: Summary): NotCovered[] {
  const never = flows.filter(({ instances }) => Object.values(instances).every((count) => count === 0));
  const missing = Math.max(0, planned - started);
  const rest: NotCovered = {
    what: both(`${missing} planerade flöden`, `${missing} planned flows`),
    why: both('Körningen tog slut före dem.', 'The run ended before them.'),
    count: missing,
  };
  return [
    ...never.map(({ flow }) => ({
      what: same(flow.name),
      why: both('Flödet ingick inte i det som spelades.', 'The flow was not among those played.'),
      count: 1,
    })),
    ...(missing === 0 ? [] : [rest]),
  ];
}

import { type Bilingual, both, duration, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { table } from '../../../pages/table.ts';
import { type BesideLoad, type ComparedStep, slowerKinds, type Took } from '../../load/beside-load.ts';
import type { Shift } from '../../load/shift.ts';

const T = {
  title: both(
    'Robotar och människor, med och utan belastning bredvid',
    'Robots and people, with and without load beside',
  ),
  kind: both('slag av steg', 'kind of step'),
  channel: both('kanal', 'channel'),
  without: both('utan: median, p95 (antal)', 'without: median, p95 (count)'),
  during: both('under belastning: median, p95 (antal)', 'under load: median, p95 (count)'),
  shift: both('skillnad (99,9 % intervall)', 'difference (99.9 % interval)'),
  tooFew: both('för få', 'too few'),
  how: both(
    'Skillnaden är medianen av alla skillnader mellan ett steg under belastning och ett utan (Hodges och Lehmann), med intervall från rangsummetestet. Stegen är inte lottade: en skillnad kan också ha annan orsak än belastningen.',
    'The difference is the median of all differences between a step under load and one without (Hodges and Lehmann), with the interval of the rank-sum test. The steps were not drawn by lot: a difference can have another cause than the load.',
  ),
};

/** Whether the work of robots and people was slower while the load went on; nothing where nobody else worked. */
export function besideLoadPart(beside: BesideLoad | undefined): Markup {
  if (beside === undefined) return html``;
  return html`<h3>${bi(T.title)}</h3>
<p><strong>${bi(verdictOf(beside))}</strong> ${bi(wrongIn(beside))}</p>
${beside.kinds.length === 0 ? '' : html`${comparison(beside)}<p>${bi(T.how)}</p>`}`;
}

/** The answer in a sentence, from the figures alone. */
function verdictOf(beside: BesideLoad): Bilingual {
  const told = beside.kinds.flatMap(({ shift }) => shift ?? []);
  const [worst] = slowerKinds(beside);
  if (worst?.shift !== undefined) {
    const [count, name, more] = [slowerKinds(beside).length, worst.name, worst.shift];
    return both(
      `Arbetet gick långsammare medan belastningen pågick: ${count} av ${told.length} slag av steg tog längre tid, mest ”${name.sv}” med ${duration(more.estimate).sv} (${between(more).sv}).`,
      `The work was slower while the load went on: ${count} of ${told.length} kinds of step took longer, most of all “${name.en}” by ${duration(more.estimate).en} (${between(more).en}).`,
    );
  }
  if (beside.slower === 'unknown') {
    return both(
      'Det går inte att säga om arbetet gick långsammare: för få steg gjordes både medan belastningen pågick och utan den.',
      'Whether the work was slower cannot be told: too few steps were done both while the load went on and without it.',
    );
  }
  const most = duration(Math.max(0, ...told.map(({ to }) => to)));
  return both(
    `Arbetet gick inte märkbart långsammare medan belastningen pågick: inget av ${told.length} slag av steg tog längre tid än slumpen kan ge, och mer än ${most.sv} kan inget av dem ha förlorat.`,
    `The work was not noticeably slower while the load went on: none of ${told.length} kinds of step took longer than chance can make it, and none can have lost more than ${most.en}.`,
  );
}

const wrongIn = ({ during, without }: BesideLoad): Bilingual =>
  both(
    `Fel gick ${during.wrong} av ${number(during.steps).sv} steg under belastningen och ${without.wrong} av ${number(without.steps).sv} utan den.`,
    `${during.wrong} of ${number(during.steps).en} steps went wrong under the load, and ${without.wrong} of ${number(without.steps).en} without it.`,
  );

const comparison = ({ kinds }: BesideLoad): Markup =>
  table(
    T.title,
    [
      { head: T.kind },
      { head: T.channel },
      ...[T.without, T.during, T.shift].map((head) => ({ head, numeric: true })),
    ],
    kinds.map(rowOf),
  );

const rowOf = ({ name, channel, without, during, shift }: ComparedStep): Markup[] => [
  bi(name),
  html`${channel}`,
  bi(figuresOf(without)),
  bi(figuresOf(during)),
  bi(shift === undefined ? T.tooFew : shiftText(shift)),
];

const figuresOf = ({ n, p50, p95 }: Took): Bilingual =>
  both(
    `${duration(p50).sv}, ${duration(p95).sv} (${number(n).sv})`,
    `${duration(p50).en}, ${duration(p95).en} (${number(n).en})`,
  );

const shiftText = (shift: Shift): Bilingual =>
  both(
    `${signed(shift.estimate).sv} (${between(shift).sv})`,
    `${signed(shift.estimate).en} (${between(shift).en})`,
  );

const between = ({ from, to }: Shift): Bilingual =>
  both(`${signed(from).sv} till ${signed(to).sv}`, `${signed(from).en} to ${signed(to).en}`);

/** With the sign before it: '+120 ms', '−4 s'. */
function signed(milliseconds: number): Bilingual {
  const sign = milliseconds > 0 ? '+' : milliseconds < 0 ? '−' : '';
  const { sv, en } = duration(Math.abs(milliseconds));
  return both(`${sign}${sv}`, `${sign}${en}`);
}

import { styleText } from 'node:util';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import { VERDICT_TEXTS, verdictWord } from '../pages/verdict.ts';
import { ASPECTS } from './aspects/index.ts';
import { clockText } from './clocks.ts';
import { type Failure, failureKey } from './failures.ts';
import type { Act } from './gates/gate.ts';
import { p95Text } from './gates/hand-over-p95.ts';
import type { HandOverResult } from './hand-overs.ts';
import { componentText } from './monitors.ts';
import type { Readiness } from './readiness.ts';
import type { GateReason } from './reasons.ts';
import { toneOf } from './tone.ts';

/** How many of each kind of line fit on one screen. */
const MOST = { reasons: 3, others: 1, remaining: 6, handOvers: 3 } as const;

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/**
 * What runs or a stage came to on one screen, in Swedish: why, what remains before the stage is ready, how much of what,
 * the slowest hand-overs, and the path of the page where there is one.
 */
export function summaryText(readiness: Readiness, page?: string, colour = false): string {
  const { stage, handOvers, conclusion, runs } = readiness;
  const paint: Paint = (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text);
  const tone = toneOf(readiness);
  const lines = [
    '',
    paint(['bold', COLOURS[tone]], `${VERDICT_TEXTS[tone].symbol} ${conclusion.headline.sv}`),
    ...runs.map(({ title }) => `  ${title}`),
    '',
    ...whyLines(readiness),
    paint('bold', `  ${conclusion.stage.sv}`),
    `  ${stage.title}`,
    ...remainingLines(readiness),
    ...crossingLines(readiness),
    '',
    ...whatWasDone(readiness),
    ...handOverLines(handOvers),
    ...runs.flatMap(({ clockAhead }) =>
      clockAhead === undefined ? [] : [`  Klocka  ${clockText(clockAhead).sv}`],
    ),
    ...(page === undefined ? [] : ['', `  Rapport ${page}`]),
    '',
  ];
  return lines.join('\n');
}

/** What the runs were about. */
function whatWasDone(readiness: Readiness): string[] {
  const { counts } = readiness;
  const others = ASPECTS.flatMap((aspect) => aspect.lines(readiness));
  return others.length > 0 && counts.planned === 0 ? others : [...flowLines(counts), ...others];
}

const flowLines = ({ instances, steps, started, planned, channels }: Readiness['counts']): string[] => [
  `  Flöden  ${countsLine(instances)}   (${started} av ${planned} spelade, ${channels.ui} i webbläsare)`,
  `  Steg    ${countsLine(steps)}`,
];

const COLOURS = {
  pass: 'green',
  fail: 'red',
  error: 'red',
  unknown: 'yellow',
  'not-covered': 'yellow',
} as const;

function whyLines({ reasons, otherFailures, conclusion }: Readiness): string[] {
  const shown = reasons.slice(0, MOST.reasons);
  const told = new Set(reasons.flatMap(({ failures }) => failures.map(failureKey)));
  const others = otherFailures.filter((failure) => !told.has(failureKey(failure)));
  const reasonsLeft = reasons.length - shown.length;
  const lines = [
    ...shown.flatMap(reasonLines),
    ...(reasonsLeft > 0 ? [`  … och ${reasonsLeft} skäl till, se sidan.`] : []),
    ...others.slice(0, MOST.others).flatMap(otherLines),
    ...(others.length > MOST.others ? [`  … och ${others.length - MOST.others} steg till, se sidan.`] : []),
  ];
  return lines.length === 0 || conclusion.remaining.length === 0 ? lines : [...lines, ''];
}

const otherLines = (failure: Failure): string[] => [
  `  ${VERDICT_TEXTS[failure.verdict].symbol} ${failure.monitor === undefined ? 'Ett steg som inte visar något krav gick fel.' : 'En övervakare såg något fel som inget krav gäller.'}`,
  ...failureLines(failure),
];

/** Only a whole day, or a stage that was weighed, is set against all gates; a part of it is not told what it lacks. */
function remainingLines({ conclusion, scope, runs, reasons }: Readiness): string[] {
  if (scope === 'run' && runs.some(({ command }) => command !== 'day')) return [];
  const told = new Set(
    reasons.flatMap(({ gate, echoes }) => [gate, ...echoes.map((echo) => echo.gate)]).map(({ id }) => id),
  );
  const remaining = conclusion.remaining.filter(({ id }) => !told.has(id));
  const more = remaining.length - MOST.remaining;
  return [
    ...remaining
      .slice(0, MOST.remaining)
      .flatMap(({ verdict, sv, owner, closedBy }) => [
        `  ${VERDICT_TEXTS[verdict].symbol} ${sv}${owner === undefined ? '' : ` (${owner.sv})`}`,
        ...(closedBy === undefined ? [] : actLines(closedBy)),
      ]),
    ...(more > 0 ? [`  … och ${more} ${more === 1 ? 'grind' : 'grindar'} till, se sidan.`] : []),
  ];
}

/** What the stage lacks beside patients' flows, and how each is shown. */
function crossingLines({ crossing, scope, runs }: Readiness): string[] {
  const lacking = crossing.filter(({ verdict }) => verdict !== 'pass');
  if (lacking.length === 0 || (scope === 'run' && runs.some(({ command }) => command !== 'day'))) return [];
  return [
    '',
    `  Utanför flödena saknar etappen ${lacking.length} ${lacking.length === 1 ? 'del' : 'delar'}`,
    ...lacking.map(
      ({ sv, verdict, passed, all, command }) =>
        `      ${VERDICT_TEXTS[verdict].symbol} ${sv}: ${passed} av ${all} grindar (${command})`,
    ),
  ];
}

const actLines = ({ sv, command }: Act): string[] => [
  `      ${sv}`,
  ...(command === undefined ? [] : [`      ${command}`]),
];

const countsLine = (counts: Readonly<Record<Verdict, number>>): string =>
  VERDICTS.toReversed()
    .filter((verdict) => counts[verdict] > 0)
    .map(
      (verdict) =>
        `${VERDICT_TEXTS[verdict].symbol} ${counts[verdict]} ${verdictWord(verdict, counts[verdict]).sv}`,
    )
    .join('   ');

/** A reason with what it may lead to, who answers for it, what to do, and its most frequent failing step. */
function reasonLines({
  verdict,
  requirement,
  text,
  gate,
  failures: [failure],
  consequence,
  owner,
  next,
  echoes,
}: GateReason): string[] {
  const lines: [string, string | undefined][] = [
    ['följd', consequence?.sv],
    ['ansvarig', owner?.sv],
    ['gör nu', next?.sv],
    ['', next?.command],
    ['samma fel', echoes.length === 0 ? undefined : `stänger också ${echoesText(echoes)}`],
  ];
  return [
    `  ${VERDICT_TEXTS[verdict].symbol} ${requirement ?? gate.id}: ${text.sv}`,
    ...labelled(lines),
    ...(failure === undefined ? [] : failureLines(failure)),
  ];
}

const echoesText = (echoes: GateReason['echoes']): string =>
  [...new Set(echoes.map(({ requirement, gate }) => requirement ?? gate.id))].join(', ');

function failureLines(failure: Failure): string[] {
  const { flow, step, expected, observed, reason, count, of, example, monitor } = failure;
  const often = monitor === undefined ? `${count} av ${of}` : `${count} ${count === 1 ? 'gång' : 'gånger'}`;
  const lines: [string, string | undefined][] = [
    ['steg', step === undefined ? flow.name : `${flow.name}: ${step.text}`],
    ['förväntat', expected],
    ['sett', observed],
    ['skäl', reason?.sv],
    ['del', componentText(failure)?.sv],
    ['hur ofta', example.instance === '' ? often : `${often}, till exempel ${example.instance}`],
  ];
  return labelled(lines);
}

const labelled = (lines: readonly (readonly [string, string | undefined])[]): string[] =>
  lines.flatMap(([label, value]) => (value === undefined ? [] : [`      ${label.padEnd(10)}${value}`]));

function handOverLines(handOvers: readonly HandOverResult[]): string[] {
  const slowest = handOvers.filter(({ clock }) => clock === 'system').slice(0, MOST.handOvers);
  if (slowest.length === 0) return [];
  return [
    '  Långsammaste överlämningarna (p95)',
    ...slowest.map((edge) => `      ${edge.from.sv} → ${edge.to.sv}: ${p95Text(edge).sv}`),
  ];
}

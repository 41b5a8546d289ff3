import { styleText } from 'node:util';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import { VERDICT_TEXTS } from '../pages/verdict.ts';
import { type Failure, failureKey } from './failures.ts';
import { latencyText } from './gates/hand-over-p95.ts';
import type { HandOverResult } from './hand-overs.ts';
import type { GateReason, Readiness } from './readiness.ts';

/** How many of each kind of line fit on one screen. */
const MOST = { reasons: 6, handOvers: 3 } as const;

/**
 * The decision on one screen, in Swedish: why, how much of what, the slowest hand-overs, and the path of the page where
 * there is one.
 */
export function summaryText(readiness: Readiness, page?: string, colour = false): string {
  const { decision, stage, counts, reasons, otherFailures, handOvers } = readiness;
  const go = decision === 'go';
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const more = reasons.length - MOST.reasons;
  const lines = [
    '',
    paint(['bold', go ? 'green' : 'red'], go ? '✓ KLARTECKEN (GO)' : '✗ INGET KLARTECKEN (NO-GO)'),
    `  ${stage.title}`,
    '',
    ...reasonLines(reasons.slice(0, MOST.reasons)),
    ...(more > 0 ? [`  … och ${more} skäl till, se sidan.`] : []),
    ...(reasons.length > 0 ? [''] : []),
    ...(go && otherFailures.length > 0
      ? [`  Utanför kraven gick ${otherFailures.length} steg fel ibland, se sidan.`, '']
      : []),
    `  Flöden  ${countsLine(counts.instances)}   (${counts.started} av ${counts.planned} spelade, ${counts.channels.ui} i webbläsare)`,
    `  Steg    ${countsLine(counts.steps)}`,
    ...handOverLines(handOvers),
    ...(page === undefined ? [] : ['', `  Rapport ${page}`]),
    '',
  ];
  return lines.join('\n');
}

const countsLine = (counts: Readonly<Record<Verdict, number>>): string =>
  VERDICTS.toReversed()
    .filter((verdict) => counts[verdict] > 0)
    .map(
      (verdict) => `${VERDICT_TEXTS[verdict].symbol} ${counts[verdict]} ${VERDICT_TEXTS[verdict].plural.sv}`,
    )
    .join('   ');

/** Each reason with its most frequent failing step, unless a reason above has told of that one. */
function reasonLines(reasons: readonly GateReason[]): string[] {
  const told = new Set<string>();
  return reasons.flatMap(({ verdict, requirement, text, gate, failures }) => {
    const head = `  ${VERDICT_TEXTS[verdict].symbol} ${requirement ?? gate.id}: ${text.sv}`;
    const failure = failures.find((one) => !told.has(failureKey(one)));
    if (failure === undefined) return [head];
    told.add(failureKey(failure));
    return [head, ...failureLines(failure)];
  });
}

function failureLines({ flow, step, expected, observed, reason, count, of, example }: Failure): string[] {
  const lines: [string, string | undefined][] = [
    ['steg', step === undefined ? flow.name : `${flow.name}: ${step.text}`],
    ['förväntat', expected],
    ['sett', observed],
    ['skäl', reason?.sv],
    ['hur ofta', `${count} av ${of}, till exempel ${example.instance}`],
  ];
  return lines.flatMap(([label, value]) =>
    value === undefined ? [] : [`      ${label.padEnd(10)}${value}`],
  );
}

function handOverLines(handOvers: readonly HandOverResult[]): string[] {
  const slowest = handOvers.filter(({ clock }) => clock === 'system').slice(0, MOST.handOvers);
  if (slowest.length === 0) return [];
  return [
    '  Långsammaste överlämningarna (p95)',
    ...slowest.map(({ from, to, p95 }) => `      ${from.sv} → ${to.sv}: ${latencyText(p95).sv}`),
  ];
}

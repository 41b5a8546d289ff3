import type { Roadmap, StageToday } from './roadmap.ts';
import { startVerdict, startWords } from './words.ts';

const MARKS = { pass: '✓', fail: '✗', unknown: '?', 'not-covered': '–', error: '!' } as const;

/** An introduction in a terminal: a line a stage, then the chain that has the least time to spare. */
export function roadmapText({ plan, today, stages, tightest, unreadable }: Roadmap): string {
  const next = stages.find(({ id }) => id === tightest);
  return [
    `${plan.title} ${today}`,
    ...stages.map(stageLine),
    ...(next === undefined ? [] : chainLines(next)),
    ...unreadable.map(({ folder, reason }) => `Går inte att läsa: ${folder}: ${reason}`),
  ].join('\n');
}

function stageLine({ sv, goLive, start, weighed, checks }: StageToday): string {
  const passed = weighed.gates.filter(({ verdict }) => verdict === 'pass').length;
  const missed = checks.filter(({ verdict }) => verdict === 'fail').map(({ days }) => days);
  return (
    `  ${MARKS[startVerdict(start)]} ${sv}: driftstart ${goLive}, ${startWords(start).sv}; ${passed} av ${weighed.gates.length} grindar` +
    `${missed.length > 0 ? `; missade kontroller ${missed.join(', ')} dagar före` : ''}`
  );
}

const chainLines = ({ sv, start, work }: StageToday): string[] => [
  `Kritiska linjen till ${sv}:`,
  ...start.chain.flatMap((key) => {
    const item = work.find((one) => one.key === key);
    return item === undefined ? [`  ${key}`] : [`  ${item.begins} – ${item.ends}  ${item.work.sv}`];
  }),
];

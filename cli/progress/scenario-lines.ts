import type { Envelope, Pickle, TestStepResult } from '@cucumber/messages';

type Status = `${TestStepResult['status']}`;

/** A scenario under way. */
interface Playing {
  readonly pickle: Pickle;
  readonly texts: ReadonlyMap<string, string>;
  readonly results: { readonly text: string; readonly result: TestStepResult }[];
}

/** A status in the words of Genrep; what cucumber calls skipped was not reached. */
const WORDS: readonly {
  readonly symbol: string;
  readonly one: string;
  readonly many: string;
  readonly statuses: readonly Status[];
}[] = [
  { symbol: '✓', one: 'godkänt', many: 'godkända', statuses: ['PASSED'] },
  {
    symbol: '✗',
    one: 'underkänt',
    many: 'underkända',
    statuses: ['FAILED', 'AMBIGUOUS', 'UNDEFINED', 'UNKNOWN'],
  },
  { symbol: '–', one: 'ej prövat', many: 'ej prövade', statuses: ['PENDING', 'SKIPPED'] },
];

const wordOf = (status: Status) => WORDS.find(({ statuses }) => statuses.includes(status)) ?? WORDS[1];

/** What cucumber's own progress and closing lines would say, in Swedish and in the words of Genrep's verdicts. */
export function scenarioLines(channel: string, write: (text: string) => void): (message: Envelope) => void {
  const pickles = new Map<string, Pickle>();
  const cases = new Map<string, Playing>();
  const playing = new Map<string, Playing>();
  const scenarios: Status[] = [];
  const steps: Status[] = [];
  return ({ pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished, testRunFinished }) => {
    if (pickle !== undefined) pickles.set(pickle.id, pickle);
    if (testCase !== undefined) {
      const own = pickles.get(testCase.pickleId);
      const textOf = new Map(own?.steps.map(({ id, text }) => [id, text]));
      const texts = testCase.testSteps.flatMap(({ id, pickleStepId = '' }): [string, string][] => {
        const text = textOf.get(pickleStepId);
        return text === undefined ? [] : [[id, text]];
      });
      if (own !== undefined) cases.set(testCase.id, { pickle: own, texts: new Map(texts), results: [] });
    }
    if (testCaseStarted !== undefined) {
      const own = cases.get(testCaseStarted.testCaseId);
      if (own !== undefined) playing.set(testCaseStarted.id, { ...own, results: [] });
    }
    if (testStepFinished !== undefined) {
      const { testCaseStartedId, testStepId, testStepResult: result } = testStepFinished;
      const own = playing.get(testCaseStartedId);
      const text = own?.texts.get(testStepId);
      if (text !== undefined) steps.push(result.status);
      if (text !== undefined || result.status === 'FAILED') own?.results.push({ text: text ?? '', result });
    }
    if (testCaseFinished !== undefined) {
      const own = playing.get(testCaseFinished.testCaseStartedId);
      if (own === undefined) return;
      scenarios.push(worstOf(own));
      write(`${linesOf(own).join('\n')}\n`);
    }
    if (testRunFinished !== undefined && scenarios.length > 0)
      write(
        `${channel}: ${counted(scenarios, 'scenario', 'scenarier')}, ${counted(steps, 'steg', 'steg')}\n`,
      );
  };
}

const SEVERITY: readonly Status[] = [
  'UNKNOWN',
  'FAILED',
  'AMBIGUOUS',
  'UNDEFINED',
  'PENDING',
  'SKIPPED',
  'PASSED',
];

const worstOf = ({ results }: Playing): Status =>
  SEVERITY.find((status) => results.some(({ result }) => result.status === status)) ?? 'PASSED';

function linesOf(own: Playing): string[] {
  const { pickle, results } = own;
  const told = results.filter(({ result }) => result.status !== 'PASSED' && result.status !== 'SKIPPED');
  return [
    `${wordOf(worstOf(own))?.symbol} ${pickle.name}`,
    ...told.flatMap(({ text, result }) => [
      `    ${wordOf(result.status)?.symbol} ${text}`,
      ...(result.message === undefined ? [] : [`        ${plain(result.message)}`]),
    ]),
  ];
}

/** Without the stack trace. */
const plain = (message: string): string =>
  message
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .map((line) => line.replace(/^Error: /, '').trim())
    .filter((line) => line !== '')
    .join('\n        ');

/** '3 steg (2 godkända, 1 ej prövat)' */
function counted(statuses: readonly Status[], one: string, many: string): string {
  const parts = WORDS.map(({ statuses: own, ...words }) => {
    const count = statuses.filter((status) => own.includes(status)).length;
    return count === 0 ? undefined : `${count} ${count === 1 ? words.one : words.many}`;
  });
  const told = parts.filter((part) => part !== undefined).join(', ');
  return `${statuses.length} ${statuses.length === 1 ? one : many} (${told})`;
}

import type { Answered } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

/** What nobody waits for; an assumption. */
const AT_MOST: Milliseconds = 8 * SECOND;

/** The same where the system answered others at once meanwhile, so that it was not merely busy; an assumption. */
const AT_MOST_ALONE: Milliseconds = 5 * SECOND;
const AT_ONCE: Milliseconds = 1 * SECOND;

/** Above so many programs for each core Genrep's own machine makes everybody wait; an assumption. */
const MOST_PER_CORE = 3;

/** Every request gets an answer, in time, all day. */
export const monitor: Monitor = {
  id: 'answered',
  kind: 'answers',
  sv: 'Systemet svarar på allt, hela dagen, och ingen väntar längre än 8 sekunder på ett svar, eller 5 när andra fick sina genast',
  en: 'The system answers everything, all day, and nobody waits longer than 8 seconds for an answer, or 5 when others had theirs at once',
  source: 'Södra Älvsborgs sjukhus november 2024, långsamt och stopp (Läkartidningen); tiderna är antaganden',
  needs: 'answers',
  judge: ({ answered }) => ({
    lookedAt: answered.length,
    findings: answered.flatMap((each): Finding[] => {
      const { name, status, took, kind, instance } = each;
      const about = { component: 'load' as const, kind, instance };
      if (status === 'none') {
        const expected = 'Systemet svarar.';
        return [{ ...about, cause: 'no answer', expected, observed: `Inget svar kom på ${name}.` }];
      }
      if (status !== 'busy' && status >= 500) {
        const expected = 'Systemet svarar utan eget fel.';
        return [
          { ...about, cause: `status ${status}`, expected, observed: `${name} fick svaret ${status}.` },
        ];
      }
      if (status === 409 || status === 412) {
        // Of the watch's own tries nobody's step is known: there a conflict is the right answer.
        if (instance === undefined || kind === undefined) return [];
        const expected = 'En ändring tas emot när ingen annan har ändrat.';
        return [
          {
            ...about,
            component: 'api',
            cause: 'conflict with nobody',
            expected,
            observed: `${name} fick svaret ${status}.`,
          },
        ];
      }
      const stretch = stretchOf(each);
      if (took <= AT_MOST_ALONE * stretch) return [];
      const limit = (isSlowAlone(each, answered) ? AT_MOST_ALONE : AT_MOST) * stretch;
      if (took <= limit) return [];
      const expected = `Svaret kommer inom ${(limit / SECOND).toFixed(stretch > 1 ? 1 : 0)} sekunder.`;
      return [
        { ...about, cause: 'slow', expected, observed: `${name} tog ${(took / SECOND).toFixed(1)} s.` },
      ];
    }),
  }),
};

/** A machine that is shared by too many programs takes as many times longer for everything, and for the answer to come in. */
const stretchOf = ({ programsPerCore = 0 }: Answered): number => Math.max(1, programsPerCore / MOST_PER_CORE);

/**
 * Whether it is slow by itself: the others of its name, before and after, come at once, and so did what was asked in every
 * second that it was waited for. Where all wait, a machine is busy, and goes on with all of them at the same moment.
 */
function isSlowAlone({ name, at, took }: Answered, answered: readonly Answered[]): boolean {
  if (at === undefined) return false;
  const alike = answered.filter((other) => other.name === name).map((other) => other.took);
  const isUsuallyFast =
    alike.length >= 8 && (alike.sort((a, b) => a - b)[alike.length >> 1] ?? took) < AT_ONCE;
  if (!isUsuallyFast) return false;
  const begun = at - took;
  const secondsWithAnswer = new Set(
    answered.flatMap((other) =>
      other.at !== undefined && other.at - other.took > begun && other.at < at && other.took < AT_ONCE
        ? [Math.floor((other.at - begun) / SECOND)]
        : [],
    ),
  );
  const wholeSeconds = Math.floor(took / SECOND);
  return Array.from({ length: wholeSeconds }, (_, second) => second).every((second) =>
    secondsWithAnswer.has(second),
  );
}

import { describe, expect, it } from 'vitest';
import type { Approval, ApprovalRules, ApprovalSubject, ContentLine } from '../../domain/approval.ts';
import { hashOfContent } from '../../scenarios/approval/content.ts';
import { contentChanges } from './content-changes.ts';
import { approvalRegister } from './standing.ts';
import { changeWords, whyNot } from './words.ts';

const RULES: ApprovalRules = {
  validMonths: 12,
  source: 'antagande',
  roles: [
    { id: 'lakare', sv: 'Läkare', en: 'Physician', approves: ['flow'], classes: [1], source: 'antagande' },
    { id: 'chef', sv: 'Chef', en: 'Head', approves: ['flow'], classes: [3], source: 'antagande' },
  ],
};
const subjectOf = (content: readonly ContentLine[]): ApprovalSubject => ({
  ...{ kind: 'flow', id: 'a#b', title: 'B', safetyClass: 1 },
  ...{ content, hash: hashOfContent(content) },
});
const BEFORE: readonly ContentLine[] = [
  { text: 'Sepsis' },
  { text: 'för in värdena', means: { activity: { values: { heartRate: 104, bp: 90 } } } },
  { text: 'varnas inom 5 sekunder' },
  { text: 'ger antibiotika' },
];
const SUBJECT = subjectOf(BEFORE);
const SAID: Approval = {
  ...{ kind: 'approval', verdict: 'pass', role: 'lakare', subject: { kind: 'flow', id: 'a#b' } },
  ...{ content: BEFORE, contentHash: SUBJECT.hash, stage: 's', stageHash: 'a', by: 'Doktorn' },
  ...{ at: '2026-01-10T08:00:00.000Z', reason: 'Läst', signature: { publicKey: 'k', signature: 's' } },
};
const NOW = Date.parse('2026-11-30T12:00:00Z');
const standing = (said: readonly Approval[], subject = SUBJECT, now = NOW) =>
  approvalRegister([subject], said, RULES, now).approved[0];

const { signature: _, ...UNSIGNED } = SAID;

describe('how something stands', () => {
  it.each([
    ['nobody has said anything', [], 'none'],
    ['a clinical role approved it as it reads', [SAID], 'approved'],
    ['it was rejected later', [SAID, { ...SAID, verdict: 'fail' as const }], 'rejected'],
    ['it was rejected and approved since', [{ ...SAID, verdict: 'fail' as const }, SAID], 'approved'],
    ['it was not signed', [UNSIGNED], 'unsigned'],
    ['the role may not approve this class', [{ ...SAID, role: 'chef' }], 'no-right'],
    ['the role is no longer there', [{ ...SAID, role: 'borttagen' }], 'no-right'],
    ['another was approved', [{ ...SAID, subject: { kind: 'flow' as const, id: 'annat' } }], 'none'],
    [
      'a requirement of the same id was',
      [{ ...SAID, subject: { kind: 'requirement' as const, id: 'a#b' } }],
      'none',
    ],
    ['it reads otherwise', [{ ...SAID, contentHash: 'annan' }], 'changed'],
  ])('%s', (_what, said, expected) => {
    expect(standing(said)?.standing).toBe(expected);
  });

  it('expires on the day after so many months, to the second', () => {
    const at = (text: string) => standing([SAID], SUBJECT, Date.parse(text))?.standing;
    expect(at('2027-01-10T07:59:59Z')).toBe('approved');
    expect(at('2027-01-10T08:00:00Z')).toBe('expired');
    expect(standing([SAID])?.until).toBe('2027-01-10');
  });

  it('is told with the sentence that changed', () => {
    const after = subjectOf(
      BEFORE.map((line, index) => (index === 2 ? { text: 'varnas inom 9 sekunder' } : line)),
    );
    const now = standing([SAID], after);
    expect(now).toMatchObject({ standing: 'changed', changes: [{ kind: 'reworded' }] });
    expect(now && whyNot(now).sv).toBe(
      'a#b: ändrat efter godkännandet (Doktorn, Läkare). Löd ”varnas inom 5 sekunder”, lyder nu ”varnas inom 9 sekunder”.',
    );
  });
});

describe('the changes', () => {
  const change = (after: readonly ContentLine[]) =>
    contentChanges(BEFORE, after).map((one) => changeWords(one).sv);
  const [name, values, warned, drug] = BEFORE as [ContentLine, ContentLine, ContentLine, ContentLine];

  it('are none of the same', () => {
    expect(change(BEFORE)).toEqual([]);
  });

  it.each([
    ['a sentence more', [...BEFORE, { text: 'tar prov' }], ['Nytt: ”tar prov”.']],
    ['a sentence less', [name, values, drug], ['Borttaget: ”varnas inom 5 sekunder”.']],
    [
      'another value beneath the same words',
      [name, { ...values, means: { activity: { values: { heartRate: 105, bp: 90 } } } }, warned, drug],
      ['”för in värdena” lyder som förut men säger annat: values.heartRate 104 → 105.'],
    ],
    [
      'a value that is gone',
      [name, { ...values, means: { activity: { values: { bp: 90 } } } }, warned, drug],
      ['”för in värdena” lyder som förut men säger annat: values.heartRate 104 → –.'],
    ],
    [
      'the order',
      [name, values, drug, warned],
      ['Borttaget: ”varnas inom 5 sekunder”.', 'Nytt: ”varnas inom 5 sekunder”.'],
    ],
  ])('of %s', (_what, after, words) => {
    expect(change(after).toSorted()).toEqual(words.toSorted());
  });
});

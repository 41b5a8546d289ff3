import type { ApprovalSubject } from '../../domain/approval.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import { flowSubject } from '../../scenarios/approval/content.ts';
import type { Approved } from '../approvals/standing.ts';
import { KINDS, VERDICT_OF, whyNot } from '../approvals/words.ts';
import type { Summary } from '../verdicts.ts';
import { act } from './closing.ts';
import { because, type Closing, type GateStrategy, type Reason } from './gate.ts';

/**
 * Everything of some safety classes that the stage rests on is approved by a clinical role, as it now reads; and what was
 * played is what was approved. An approval that has ended is a no.
 */
export const clinicallyApproved: GateStrategy<'clinically-approved'> = {
  from: ['approvals'],
  closing: (_gate, { stage }) => closingOf(stage),
  judge({ classes, of }, summary) {
    const { approvals } = summary;
    const kinds = of.map((kind) => KINDS[kind].plural);
    const limit = both(
      `${listed(kinds, 'sv')} i klass ${classes.join(', ')} är kliniskt godkända`,
      `${listed(kinds, 'en')} of class ${classes.join(', ')} are clinically approved`,
    );
    if (approvals === undefined) {
      const none = both('Godkännandena är inte lästa.', 'The approvals have not been read.');
      return {
        verdict: 'not-covered',
        limit,
        measured: both('inga', 'none'),
        reasons: [because('not-covered', none)],
      };
    }
    const weighed = approvals.approved.filter(
      ({ subject }) => of.includes(subject.kind) && classes.includes(subject.safetyClass),
    );
    const lacking = weighed.filter(({ standing }) => standing !== 'approved');
    const reasons = [
      ...lacking.filter(hasEnded).map((one) => because(VERDICT_OF[one.standing], whyNot(one))),
      ...(of.includes('flow') ? playedOtherwise(summary, weighed) : []),
      ...neverSaid(lacking.filter((one) => !hasEnded(one))),
      ...(weighed.length === 0
        ? [because('not-covered', both('Det finns inget att godkänna.', 'There is nothing to approve.'))]
        : []),
    ];
    const verdict: Verdict = reasons.length === 0 ? 'pass' : worst(reasons.map((reason) => reason.verdict));
    const passed = weighed.length - lacking.length;
    return {
      verdict,
      limit,
      measured: both(
        `${passed} av ${weighed.length} godkända ${approvals.asOf}`,
        `${passed} of ${weighed.length} approved ${approvals.asOf}`,
      ),
      reasons,
    };
  },
};

const hasEnded = ({ standing }: Approved): boolean => standing !== 'none';

/** All of them in one reason: they are as many as the work that is left, and each alone says no more. */
function neverSaid(lacking: readonly Approved[]): Reason[] {
  if (lacking.length === 0) return [];
  const named = lacking.slice(0, NAMED).map(({ subject }) => subject.id);
  const more = lacking.length - named.length;
  return [
    because(
      'not-covered',
      both(
        `Inte godkända: ${named.join(', ')}${more > 0 ? ` och ${more} till` : ''}.`,
        `Not approved: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
      ),
    ),
  ];
}

const NAMED = 8;

/** A run may have played a flow as it read before or after somebody approved it. */
function playedOtherwise({ flows }: Summary, weighed: readonly Approved[]): Reason[] {
  const hashes = new Map(weighed.map(({ subject }) => [subject.id, subject.hash]));
  return flows
    .map(({ flow }): ApprovalSubject => flowSubject(flow))
    .filter(({ id, hash }) => hashes.has(id) && hashes.get(id) !== hash)
    .map(({ id }) =>
      because(
        'fail',
        both(
          `${id}: körningen spelade flödet som det löd då, inte som det nu är att godkänna; spela det igen.`,
          `${id}: the run played the flow as it read then, not as it now is to be approved; play it again.`,
        ),
      ),
    );
}

const listed = (words: readonly Bilingual[], language: 'sv' | 'en'): string =>
  words.map((word) => word[language]).join(', ');

const closingOf = (stage: string): Closing => {
  const command = `npx genrep approve ${stage} VAD --role ROLL --by "NAMN" --reason "SKÄL" --sign NYCKEL`;
  return {
    look: act(
      'Låt en klinisk roll läsa och godkänna det som saknas.',
      'Have a clinical role read and approve what is lacking.',
      command,
    ),
    mend: act(
      'Låt en klinisk roll läsa det som har ändrats eller gått ut och godkänna det på nytt.',
      'Have a clinical role read what has changed or expired and approve it anew.',
      command,
    ),
  };
};

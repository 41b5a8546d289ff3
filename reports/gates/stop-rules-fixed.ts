import type { GateDecision } from '../../domain/decision.ts';
import { both } from '../../pages/bilingual.ts';
import { act } from './closing.ts';
import { because, type GateStrategy } from './gate.ts';

/**
 * The stop rules of the first weeks are those that a named person fixed, signed: rules that can still be moved stop nothing.
 * Fixed and then changed counts as failed, until they are fixed anew.
 */
export const stopRulesFixed: GateStrategy<'stop-rules-fixed'> = {
  from: ['statement'],
  closing(_gate, { stage }) {
    const command = `npx genrep weeks fix ${stage} --by "NAMN" --reason "SKÄL" --sign NYCKEL`;
    return {
      look: act(
        `Bestäm när driftstarten ska avbrytas, i scenarios/weeks/${stage}.yaml, och fastställ det före start.`,
        `Decide when to stop, in scenarios/weeks/${stage}.yaml, and fix it before the start.`,
        command,
      ),
      mend: act(
        'Fastställ stoppreglerna på nytt, eller ställ tillbaka dem.',
        'Fix the stop rules anew, or put them back.',
        command,
      ),
    };
  },
  judge(_gate, { stage, weeks, decisions }) {
    const limit = both('fastställda med signatur, och oförändrade', 'fixed with a signature, and unchanged');
    const said = decisions.findLast(
      (decision): decision is GateDecision =>
        decision.kind === 'stop-rules' && decision.stage === stage.name && decision.signature !== undefined,
    );
    if (weeks === undefined || said === undefined) {
      const none =
        weeks === undefined
          ? both(
              'Etappen har ingen plan för de första veckorna.',
              'The stage has no plan for the first weeks.',
            )
          : both('Ingen har fastställt stoppreglerna.', 'Nobody has fixed the stop rules.');
      return {
        verdict: 'not-covered',
        limit,
        measured: both('inte fastställda', 'not fixed'),
        reasons: [because('not-covered', none)],
      };
    }
    const when = said.at.slice(0, 10);
    const isSame = said.rulesHash === weeks.rulesHash;
    const changed = both(
      `Stoppreglerna är ändrade sedan ${said.by} fastställde dem ${when}.`,
      `The stop rules have changed since ${said.by} fixed them ${when}.`,
    );
    return {
      verdict: isSame ? 'pass' : 'fail',
      limit,
      measured: both(
        `${weeks.stopRules.length} regler, fastställda av ${said.by} ${when}`,
        `${weeks.stopRules.length} rules, fixed by ${said.by} ${when}`,
      ),
      reasons: isSame ? [] : [because('fail', changed)],
      statement: said,
    };
  },
};

import { both } from '../../pages/bilingual.ts';
import { counts } from '../decisions.ts';
import { because, type GateStrategy } from './gate.ts';

/**
 * What no run can show, a named person says: signed, and with something to show for it. Without a signature or an
 * attachment it is hearsay and leaves the gate not covered.
 */
export const statement: GateStrategy<'statement'> = {
  from: ['statement'],
  judge({ limit }, { decisions, stage }, of) {
    const said = decisions.findLast(
      (decision) => decision.kind === 'statement' && counts(decision, stage, of),
    );
    const lacking =
      said === undefined
        ? both('Ingen har intygat det.', 'Nobody has stated it.')
        : said.signature === undefined
          ? both('Intyget är inte signerat.', 'The statement is not signed.')
          : said.attachment === undefined
            ? both(
                'Intyget har ingen bilaga som visar det.',
                'The statement has no attachment that shows it.',
              )
            : undefined;
    if (said === undefined || lacking !== undefined) {
      return {
        verdict: 'not-covered',
        limit,
        measured: both('inget giltigt intyg', 'no valid statement'),
        reasons: [because('not-covered', lacking ?? both('', ''))],
      };
    }
    const verdict = said.verdict ?? 'fail';
    const when = said.at.slice(0, 10);
    return {
      verdict,
      limit,
      measured: both(`intygat av ${said.by} ${when}`, `stated by ${said.by} ${when}`),
      reasons:
        verdict === 'pass'
          ? []
          : [because('fail', both(`${said.by}: ${said.reason}`, `${said.by}: ${said.reason}`))],
      statement: said,
    };
  },
};

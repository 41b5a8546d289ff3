import { type Bilingual, both } from '../../pages/bilingual.ts';
import { lastDecision } from '../decisions.ts';
import { act } from './closing.ts';
import { type Act, because, type Closing, type GateAtHand, type GateStrategy } from './gate.ts';

/**
 * What no run can show, a named person says: signed, and with something to show for it. Without a signature or an
 * attachment it is hearsay and leaves the gate not covered.
 */
export const statement: GateStrategy<'statement'> = {
  from: ['statement'],
  closing: ({ limit }, at) => closingOf(limit, at),
  judge({ limit }, { decisions, stage }, of) {
    const said = lastDecision('statement', decisions, stage, of);
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

function closingOf(limit: Bilingual, { stage, id }: GateAtHand): Closing {
  const command = `npx genrep attest ${stage} ${id} --verdict pass --by "NAMN" --reason "SKÄL" --attachment FIL --sign NYCKEL`;
  const stated = (first: Bilingual): Act =>
    act(
      `${first.sv}: ${limit.sv}. En namngiven person intygar det med signatur och bilaga.`,
      `${first.en}: ${limit.en}. A named person states it with a signature and an attachment.`,
      command,
    );
  return {
    look: stated(both('Visa detta', 'Show this')),
    mend: stated(both('Gör det som fattas', 'Do what is lacking')),
  };
}

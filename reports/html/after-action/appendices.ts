import { stateAfter } from '../../../lab/state.ts';
import { both, percent } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { table } from '../../../pages/table.ts';
import { READINGS } from '../../lab/questionnaires/instruments.ts';
import { type AfterAction, paragraph, part, toFillIn } from './after-action.ts';

/** The appendices of the format, and how much so many people can tell. */
export const appendices = (told: AfterAction): Markup =>
  html`${[
    part(
      both('Bilaga 1: urval av deltagare', 'Appendix 1: recruiting screener'),
      toFillIn(both('Hur deltagarna valdes: fyll i.', 'How participants were chosen: fill in.')),
    ),
    part(
      both('Bilaga 2: samtycke', 'Appendix 2: informed consent'),
      html`<p>${bi(both(`Version ${consentOf(told)}:`, `Version ${consentOf(told)}:`))} ${bi(told.consent)}</p>`,
    ),
    part(
      both('Bilaga 3: handledarens guide', 'Appendix 3: moderator’s guide'),
      paragraph(both('docs/how-to/lab.md i Genrep.', 'docs/how-to/lab.md in Genrep.')),
    ),
    part(both('Bilaga 4: frågeformulär', 'Appendix 4: questionnaires'), questionnaires(told)),
    part(both('Bilaga 5: vad så många kan berätta', 'Appendix 5: what so many can tell'), samples(told)),
  ]}`;

const consentOf = ({ run }: AfterAction): string => stateAfter(run.lab ?? []).consent;

function questionnaires({ run }: AfterAction): Markup {
  const asked = stateAfter(run.lab ?? []).questionnaires;
  if (asked.length === 0) return paragraph(both('Inga.', 'None.'));
  return html`${asked.map(
    ({ instrument, version, sv }) => html`<h4>${READINGS[instrument].name}, ${version}</h4>
<ol lang="sv">${sv.items.map(({ text, low, high }) => html`<li>${text} (${low} – ${high})</li>`)}</ol>`,
  )}`;
}

/** How often a problem is met by at least one of n people, when it meets each with this chance. */
const CHANCES = [0.31, 0.15, 0.1, 0.05];

/**
 * 1 − (1 − p)ⁿ: Virzi (1992), Refining the test phase of usability evaluation, Human Factors 34(4). That nobody met it
 * leaves room, 95 times in 100, for a chance of 1 − 0.05^(1/n): Hanley and Lippman-Hand (1983), If nothing goes wrong, is
 * everything all right?, JAMA 249.
 */
function samples({ lab: { people } }: AfterAction): Markup {
  const sizes = [...new Set([people, 5, 10, 15, 20])].sort((a, b) => a - b);
  return html`${table(
    both('Vad så många kan berätta', 'What so many can tell'),
    [
      { head: both('n personer', 'n people'), numeric: true },
      ...CHANCES.map((chance) => {
        const each = percent(chance);
        return { head: both(`Möter ${each.sv} av alla`, `Meets ${each.en} of all`), numeric: true };
      }),
      { head: both('Ingen mötte det: ändå upp till', 'Nobody met it: still up to'), numeric: true },
    ],
    sizes.map((n) => [
      n === people ? html`<strong>${n}</strong>` : html`${n}`,
      ...CHANCES.map((chance) => bi(percent(1 - (1 - chance) ** n))),
      bi(percent(1 - 0.05 ** (1 / n))),
    ]),
  )}
${paragraph(both('Ett labb finner problem; det bevisar inte att inga finns (Virzi 1992; Hanley och Lippman-Hand 1983).', 'A lab finds problems; it does not prove that there are none (Virzi 1992; Hanley and Lippman-Hand 1983).'))}`;
}

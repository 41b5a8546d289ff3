import { APPROVABLE, type Approvable } from '../../domain/approval.ts';
import { SAFETY_CLASSES } from '../../domain/care-flow.ts';
import { both, same } from '../../pages/bilingual.ts';
import { day } from '../../pages/day.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import { badge } from '../../pages/verdict.ts';
import type { ApprovalRegister, Approved } from './standing.ts';
import { changeWords, KINDS, STANDINGS, VERDICT_OF } from './words.ts';

const T = {
  title: both('Kliniska godkännanden', 'Clinical approvals'),
  summary: both('Läget', 'How it stands'),
  ended: both('Det som är sagt men inte gäller', 'What is said and does not hold'),
  endedLead: both(
    'Ändrat eller utgånget sedan det godkändes, underkänt eller osignerat. Läs det som har ändrats och godkänn på nytt.',
    'Changed or expired since it was approved, rejected or unsigned. Read what has changed and approve anew.',
  ),
  safetyClass: both('Klass', 'Class'),
  what: both('Vad', 'What'),
  standing: both('Läge', 'Standing'),
  said: both('Sagt av', 'Said by'),
  until: both('Gäller till', 'Holds until'),
};

/** What of a stage is approved, by whom and until when; and what each change since then says. */
export const approvalsPage = (register: ApprovalRegister, stageTitle: string): string =>
  page({
    tab: `${T.title.sv} – ${stageTitle}`,
    kind: T.title,
    heading: same(stageTitle),
    facts: [
      same(register.asOf),
      both(
        `ett godkännande gäller ${register.validMonths} månader`,
        `an approval holds for ${register.validMonths} months`,
      ),
    ],
    body: html`${summary(register)}${ended(register)}${APPROVABLE.map((kind) => listOf(kind, register))}`,
  });

const summary = ({ approved }: ApprovalRegister): Markup =>
  section(
    'laget',
    T.summary,
    table(
      T.summary,
      [
        { head: T.safetyClass },
        ...APPROVABLE.map((kind) => ({ head: capital(kind), numeric: true })),
        { head: T.standing },
      ],
      SAFETY_CLASSES.map((safetyClass) => {
        const own = approved.filter(({ subject }) => subject.safetyClass === safetyClass);
        const lacking = own.filter(({ standing }) => standing !== 'approved');
        return [
          html`<strong>${bi(both(`Klass ${safetyClass}`, `Class ${safetyClass}`))}</strong>`,
          ...APPROVABLE.map((kind) => {
            const of = own.filter(({ subject }) => subject.kind === kind);
            return html`${of.filter(({ standing }) => standing === 'approved').length} / ${of.length}`;
          }),
          lacking.length === 0
            ? badge('pass', both('alla godkända', 'all approved'))
            : badge('not-covered', both(`${lacking.length} inte godkända`, `${lacking.length} not approved`)),
        ];
      }),
    ),
  );

const capital = (kind: Approvable) => {
  const { sv, en } = KINDS[kind].plural;
  return both(sv.charAt(0).toUpperCase() + sv.slice(1), en.charAt(0).toUpperCase() + en.slice(1));
};

function ended({ approved }: ApprovalRegister): Markup {
  const own = approved.filter(({ standing }) => standing !== 'approved' && standing !== 'none');
  if (own.length === 0) return html``;
  return section(
    'upphort',
    T.ended,
    table(
      T.ended,
      [{ head: T.what }, { head: T.standing }, { head: T.said }],
      own.map((one) => [
        html`${what(one)}${whatChanged(one)}`,
        badge(VERDICT_OF[one.standing], STANDINGS[one.standing]),
        said(one),
      ]),
    ),
    T.endedLead,
  );
}

const listOf = (kind: Approvable, { approved }: ApprovalRegister): Markup => {
  const own = approved.filter(({ subject }) => subject.kind === kind);
  return section(
    kind,
    capital(kind),
    table(
      capital(kind),
      [{ head: T.what }, { head: T.safetyClass }, { head: T.standing }, { head: T.said }, { head: T.until }],
      own.map((one) => [
        what(one),
        html`${one.subject.safetyClass}`,
        badge(VERDICT_OF[one.standing], STANDINGS[one.standing]),
        said(one),
        day(one.until),
      ]),
    ),
  );
};

const what = ({ subject: { id, title } }: Approved): Markup =>
  html`<span lang="sv"><strong>${title}</strong></span> <code class="source">${id}</code>`;

const said = ({ said: word }: Approved): Markup =>
  word === undefined ? html`–` : html`${word.by}, ${bi(word.role)}, ${day(word.at.slice(0, 10))}`;

const whatChanged = ({ standing, said: word, changes }: Approved): Markup =>
  html`${changes.map((change) => html`<p>${bi(changeWords(change))}</p>`)}${standing === 'rejected' ? html`<p lang="sv">${word?.reason}</p>` : ''}`;

import { type Bilingual, both, moment } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { RunFacts } from '../../readiness.ts';

type Interruption = RunFacts['resumed'][number];

/** Where a run was cut off and went on: what had ended, and every flow that was under way with what is in doubt of it. */
export const interruptions = (resumed: readonly Interruption[]): Markup =>
  html`${resumed.map(
    (each) => html`<p>${bi(told(each))}</p>
${each.interrupted.length === 0 ? '' : flowsUnderWay(each.interrupted)}`,
  )}`;

function told({ after, cutOffAt, finished, interrupted, torn }: Interruption): Bilingual {
  const when = moment(cutOffAt);
  const how =
    after === 'killed'
      ? both('dog körningen', 'the run died')
      : both('avbröt någon körningen', 'somebody interrupted the run');
  const rest = torn === undefined ? both('', '') : TORN;
  return both(
    `${when.sv} ${how.sv} och fortsattes sedan. ${finished} flöden var klara och ${interrupted.length} pågick.${rest.sv}`,
    `${when.en} ${how.en} and then went on. ${finished} flows had ended and ${interrupted.length} were under way.${rest.en}`,
  );
}

const TORN = both(
  ' En halv post i slutet av journalen togs bort.',
  ' Half a record at the end of the journal was taken away.',
);

const flowsUnderWay = (interrupted: Interruption['interrupted']): Markup =>
  html`<ul class="lines">${interrupted.map(
    ({ instance, step, token }) =>
      html`<li><code>${instance}</code> ${bi(token === undefined ? between(step) : inDoubt(step))}</li>`,
  )}</ul>`;

const between = (step: number): Bilingual => both(`före steg ${step + 1}`, `before step ${step + 1}`);

const inDoubt = (step: number): Bilingual =>
  both(
    `mitt i steg ${step + 1}; vad som blev av det slogs upp i systemet`,
    `during step ${step + 1}; what came of it was looked up in the system`,
  );

import { INJECT_METHODS, type LabAct, type LabInject } from '../../domain/lab-evidence.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import type { Beneath } from '../beneath.ts';
import { clockText } from '../clock-text.ts';
import { dueAt, type InjectState, isActing, isExpected, isUnsettled } from '../inject-state.ts';
import type { LabState } from '../state.ts';
import { button, tap } from './frame.ts';

export const METHODS: Readonly<Record<LabInject['method'], Bilingual>> = {
  phone: both('Telefon', 'Telephone'),
  message: both('Meddelande', 'Message'),
  paper: both('Papper', 'Paper'),
  device: both('Apparat', 'Device'),
};

/** So many of what is planned are in sight. */
const NEXT = 5;

/** What goes on and what comes next, and a form for what nobody planned; what is over, and what is far away, is folded. */
export function injectsSection(state: LabState, { faults }: Pick<Beneath, 'faults'>): Markup {
  const planned = state.injects.filter(({ state: sent }) => sent === 'planned');
  const underWay = state.injects.filter((each) => isActing(each) || isUnsettled(each));
  const inSight = [...underWay, ...planned.slice(0, NEXT)];
  const others = state.injects.filter((each) => !inSight.includes(each));
  return html`<section aria-labelledby="injects-h"><h2 id="injects-h">${bi(both('Händelser', 'Injects'))}</h2>
<ul class="injects">${inSight.map(injectMarkup)}</ul>
${others.length === 0 ? '' : html`<details id="other-injects"><summary>${bi(both(`${others.length} till`, `${others.length} more`))}</summary><ul class="injects">${others.map(injectMarkup)}</ul></details>`}
<details id="write-inject"><summary>${bi(both('Skriv en händelse', 'Write an inject'))}</summary>${writeForm(state, faults)}</details></section>`;
}

const injectMarkup = (each: InjectState): Markup => html`<li>${saidOf(each)}
<p>${statusOf(each)}</p>${actMarkup(each)}${expectationMarkup(each)}
${each.state === 'planned' ? html`<div class="taps">${tap('send', { inject: each.inject.id }, button('Skicka nu', 'Send now', 'second'))}${tap('skip', { inject: each.inject.id }, button('Hoppa över', 'Skip', 'second'))}</div>` : ''}</li>`;

/** What is expected of people now, for who sees whether they do it. */
export function expectationsSection(state: LabState): Markup {
  const open = state.injects.filter(isExpected);
  return open.length === 0
    ? html``
    : html`<section aria-labelledby="expected-h"><h2 id="expected-h">${bi(both('Väntas just nu', 'Expected now'))}</h2>
<ul class="injects">${open.map((each) => html`<li>${saidOf(each)}${expectationMarkup(each)}</li>`)}</ul></section>`;
}

const saidOf = ({ inject: { sv, en = sv, method } }: InjectState): Markup =>
  html`<p><strong>${bi(METHODS[method])}:</strong> ${bi(both(sv, en))}</p>`;

const at = (dayTime: number): Bilingual => clockText(dayTime);

function statusOf({ inject, state, sentAt, acknowledgedBy }: InjectState): Markup {
  const planned =
    inject.plannedAt === undefined
      ? both('Oplanerad', 'Unplanned')
      : both(`Planerad ${at(inject.plannedAt).sv}`, `Planned ${at(inject.plannedAt).en}`);
  const actual =
    state === 'planned'
      ? both('inte skickad', 'not sent')
      : state === 'skipped'
        ? both('överhoppad', 'skipped')
        : both(
            `skickad ${at(sentAt ?? 0).sv}, mottagen av ${acknowledgedBy.length}`,
            `sent ${at(sentAt ?? 0).en}, taken in by ${acknowledgedBy.length}`,
          );
  return html`${bi(planned)}; ${bi(actual)}.`;
}

const ACTS: Readonly<Record<LabAct['kind'], (act: LabAct) => Bilingual>> = {
  fault: ({ fault = '' }) => both(`Planterat fel ${fault}`, `Planted fault ${fault}`),
  network: () => both('Nätet till arbetsplatserna', 'The network to the workstations'),
  printer: () => both('Skrivarna', 'The printers'),
};

function actMarkup(each: InjectState): Markup {
  const { act } = each.inject;
  if (act === undefined) return html``;
  const minutes = act.lasts === undefined ? undefined : Math.round(act.lasts / 60_000);
  const long =
    minutes === undefined
      ? both('tills du slutar', 'until you end it')
      : both(`${minutes} minuter på dagens klocka`, `${minutes} minutes of the day's clock`);
  return html`<p>${bi(ACTS[act.kind](act))}: ${bi(howItIs(each))} (${bi(long)}).</p>
${isActing(each) ? tap('end-act', { inject: each.inject.id }, button('Gör som förut igen', 'Make it as before', 'alarm')) : ''}`;
}

function howItIs({ acts, why = '' }: InjectState): Bilingual {
  switch (acts) {
    case undefined:
      return both('inte än', 'not yet');
    case 'begun':
      return both('felet pågår', 'going on');
    case 'ended':
      return both('som förut igen', 'as before again');
    case 'failed':
      return both(`gick inte: ${why}`, `could not be done: ${why}`);
  }
}

const VERDICTS: Readonly<Record<Verdict, Bilingual>> = {
  pass: both('gjordes', 'was done'),
  fail: both('gjordes inte', 'was not done'),
  unknown: both(
    'tiden gick ut, ingen har sagt om det gjordes',
    'time ran out, nobody said whether it was done',
  ),
  'not-covered': both('nådde ingen', 'reached nobody'),
  error: both('gick sönder', 'broke'),
};

function expectationMarkup(each: InjectState): Markup {
  const { expected } = each.inject;
  if (expected === undefined) return html``;
  const until = at(dueAt(each));
  return html`<p>${bi(both('Väntat', 'Expected'))}: ${expected.replace(/[^.!?]$/, '$&.')} ${
    each.verdict !== undefined
      ? html`<strong>${bi(VERDICTS[each.verdict])}.</strong>`
      : isExpected(each)
        ? bi(both(`Senast ${until.sv}.`, `By ${until.en}.`))
        : bi(both('Räknas från att någon tagit emot det.', 'Counts from when somebody has taken it in.'))
  }</p>
${
  isExpected(each)
    ? html`<div class="taps">${tap('met', { inject: each.inject.id }, button('De gjorde det', 'They did it', 'second'))}${tap('missed', { inject: each.inject.id }, button('De gjorde det inte', 'They did not', 'alarm'))}</div>`
    : ''
}`;
}

const option = (value: string, text: Bilingual): Markup => html`<option value="${value}">${text.sv}</option>`;

const field = (name: string, label: Bilingual, input: Markup): Markup =>
  html`<div><label for="inject-${name}">${bi(label)}</label>${input}</div>`;

const writeForm = ({ seats }: LabState, faults: Beneath['faults']): Markup =>
  tap(
    'inject',
    {},
    html`${field('text', both('Vad händer?', 'What happens?'), html`<input id="inject-text" name="text" type="text" required maxlength="300">`)}
${field('method', both('Hur når det fram?', 'How is it told?'), html`<select id="inject-method" name="method">${INJECT_METHODS.map((method) => option(method, METHODS[method]))}</select>`)}
${field('to', both('Till vem?', 'To whom?'), html`<select id="inject-to" name="to">${option('', same('Alla'))}${seats.filter(({ presence }) => presence !== 'gone').map(({ seat }) => option(seat.id, same(seat.pseudonym)))}</select>`)}
${field('expected', both('Vad väntas? (frivilligt)', 'What is expected? (optional)'), html`<input id="inject-expected" name="expected" type="text" maxlength="300">`)}
${field('within', both('Inom hur många minuter?', 'Within how many minutes?'), html`<input id="inject-within" name="within" type="text" inputmode="decimal" size="4">`)}
${
  faults.length === 0
    ? ''
    : html`${field('act', both('Vad slutar fungera?', 'What stops working?'), html`<select id="inject-act" name="act">${option('', same('Inget'))}${option('network', same('Nätet till arbetsplatserna'))}${option('printer', same('Skrivarna'))}${option('fault', same('Ett planterat fel'))}</select>`)}
${field('fault', both('Vilket fel?', 'Which fault?'), html`<select id="inject-fault" name="fault">${option('', same('–'))}${faults.map(({ name, sv }) => option(name, same(`${sv} (${name})`)))}</select>`)}
${field('lasts', both('Hur länge, i minuter?', 'How long, in minutes?'), html`<input id="inject-lasts" name="lasts" type="text" inputmode="decimal" size="4">`)}`
}
${button('Skicka nu', 'Send now')}`,
    'taps',
  );

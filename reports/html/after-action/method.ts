import { stateAfter } from '../../../lab/state.ts';
import { both, moment } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { table } from '../../../pages/table.ts';
import { holdsIn } from '../../lab/card-times.ts';
import { READINGS } from '../../lab/questionnaires/instruments.ts';
import { type AfterAction, paragraph, part, toFillIn } from './after-action.ts';
import { clock } from './task-table.ts';

/** Who did what, how, where and with what. */
export const method = (told: AfterAction): Markup =>
  html`${[
    part(both('Deltagare', 'Participants'), participants(told)),
    part(both('Upplägg', 'Study design'), design(told)),
    part(both('Uppgifter', 'Tasks'), tasks(told)),
    part(both('Genomförande', 'Procedure'), procedure(told)),
    part(
      both('Plats', 'Test location'),
      toFillIn(
        both('Rum, arbetsstationer, vem som ledde: fyll i.', 'Room, workstations, who led it: fill in.'),
      ),
    ),
    part(both('Testmiljö', 'Test environment'), environment(told)),
    part(both('Formulär och verktyg', 'Test forms and tools'), forms(told)),
    part(
      both('Instruktion till deltagarna', 'Participant instructions'),
      paragraph(
        both(
          'Korten i flödenas egna ord; en sida om hur labbet går till (genrep lab guide); och det som var och en sade ja till, i bilaga 2.',
          'Cards in the flows’ own words; one page on how the lab works (genrep lab guide); and what each said yes to, in appendix 2.',
        ),
      ),
    ),
    part(both('Mått', 'Usability metrics'), metrics),
  ]}`;

const participants = ({ lab }: AfterAction): Markup => html`${table(
  both('Deltagare', 'Participants'),
  [
    { head: both('Roll', 'Role') },
    { head: both('Enhet', 'Setting') },
    { head: both('n', 'n'), numeric: true },
  ],
  lab.parts.map(({ role, unitName, people }) => [bi(role), html`${unitName}`, html`${people}`]),
)}
${toFillIn(both('Ålder, år i yrket och vana vid systemet frågar Genrep inte om: fyll i om ni har frågat.', 'Genrep does not ask for age, years in the profession or experience: fill in if you did.'))}`;

function design({ run }: AfterAction): Markup {
  const { planned, started } = run;
  const faults = started.planted ?? [];
  return html`${paragraph(
    both(
      `En dag med ${planned} patientflöden. Varje flöde är samma som robotarna spelar; en uppgift vars roll och enhet en deltagare har tagit blir deltagarens kort. Ett kort är klart när systemet självt visar det.`,
      `A day of ${planned} patient flows. Each flow is the one that robots play; a task whose role and unit a participant has taken becomes that participant's card. A card is done when the system itself shows it.`,
    ),
  )}${faults.length === 0 ? '' : paragraph(both(`Planterade fel: ${faults.join(', ')}.`, `Planted faults: ${faults.join(', ')}.`))}`;
}

const tasks = ({ tasks: rows }: AfterAction): Markup =>
  html`<ul>${rows.map(({ told, cards }) => html`<li>${bi(told)} (${cards})</li>`)}</ul>`;

function procedure({ run }: AfterAction): Markup {
  const lab = stateAfter(run.lab ?? []);
  const holds = holdsIn(run).filter(({ from }) => lab.seats.length > 0 && from !== run.lab?.[0]?.at);
  const finite = holds.filter(({ to }) => Number.isFinite(to));
  const held = clock(finite.reduce((sum, { from, to }) => sum + to - from, 0));
  const sent = lab.injects.filter(({ state }) => state === 'sent');
  const [from, to] = [moment(run.beganAt), moment(run.lastAt)];
  return html`${paragraph(
    both(
      `${from.sv} till ${to.sv}. Deltagarna fick en kod och ett påhittat namn, läste vad som sparas och sade ja. Efter varje kort fick de frågan hur lätt det var. Klockan hölls ${finite.length} gånger, ${held.sv} i allt, efter att den först släppts.`,
      `${from.en} to ${to.en}. Participants got a code and a made-up name, read what is kept and said yes. After each card they were asked how easy it was. The clock was held ${finite.length} times, ${held.en} in all, after it was first let go.`,
    ),
  )}${sent.length === 0 ? '' : html`<p>${bi(both('Händelser som skickades:', 'Injects that were sent:'))}</p><ul>${sent.map(({ inject }) => html`<li>${bi(both(inject.sv, inject.en ?? inject.sv))}</li>`)}</ul>`}`;
}

function environment({ run }: AfterAction): Markup {
  const { system, genrep, seed, planHash = '–' } = run.started;
  return paragraph(
    both(
      `${system?.software ?? '–'} ${system?.version ?? ''}; Genrep ${genrep}, frö ${seed}, plan ${planHash.slice(0, 12)}. Patienterna är påhittade.`,
      `${system?.software ?? '–'} ${system?.version ?? ''}; Genrep ${genrep}, seed ${seed}, plan ${planHash.slice(0, 12)}. The patients are made up.`,
    ),
  );
}

const forms = ({ lab }: AfterAction): Markup => html`<ul>
<li>${bi(both('Den enda frågan om lätthet efter varje kort, 1–7 (Sauro och Dumas 2009).', 'The single ease question after each card, 1–7 (Sauro and Dumas 2009).'))}</li>
${lab.answers.map(({ instrument, version, source }) => html`<li>${READINGS[instrument].name}, ${version}: ${source}</li>`)}
</ul>`;

const metrics = html`<ul>
<li>${bi(both('Lyckades: andelen av en persons kort som systemet visade klara, utan ”jag behövde hjälp” och utan ett ”klart” som inte syntes. Kort som handledaren tog tillbaka räknas inte.', 'Success: the share of a person’s cards that the system showed to be done, without "I needed help" and without a "done" that did not show. Cards that the facilitator took back are not counted.'))}</li>
<li>${bi(both('Avvikelser: ”klart” som inte syntes, och något annat än kortet säger i patientens journal. En robot har ingen. Klick och sidor på vägen ser Genrep inte.', 'Deviations: a "done" that did not show, and something else than the card says in the patient’s chart. A robot has none. Genrep does not see clicks and pages on the way.'))}</li>
<li>${bi(both('Tid: från att kortet är personens första till att systemet visar det. Optimal är robotarnas median för samma slags uppgift i systemets sidor; en robot genom API är ingen väg som en människa kan gå, och jämförs inte.', 'Time: from when the card is the person’s first until the system shows it. Optimal is the robots’ median for the same kind of task in the system’s pages; a robot by API takes no path that a person could, and is not compared.'))}</li>
<li>${bi(both('Där klockan hölls, någon gav upp eller en robot tog över är tiden bara känd som längre. Den räknas i medianen enligt Kaplan–Meier (1958) med intervall enligt Brookmeyer och Crowley (1982), inte i medelvärdena. Geometriskt medel enligt Sauro och Lewis (2010).', 'Where the clock was held, somebody gave up or a robot took over, the time is only known to be longer. It counts in the median after Kaplan and Meier (1958) with the interval of Brookmeyer and Crowley (1982), not in the means. Geometric mean after Sauro and Lewis (2010).'))}</li>
<li>${bi(both('Fel: fel patient, fel läkemedel, fel dos och missat larm, som observatörer antecknade på kortet.', 'Errors: wrong patient, wrong drug, wrong dose and missed alarm, as observers noted on the card.'))}</li>
</ul>`;

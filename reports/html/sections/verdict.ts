import { type Bilingual, both, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

/** The decision, before anything else, and what it stands on. */
export function verdictSection({
  scope,
  elsewhere,
  decision,
  gates,
  requirements,
  counts,
  reasons,
  stage,
}: Readiness): Markup {
  const go = decision === 'go';
  const passed = (results: readonly { verdict: string }[]) =>
    results.filter(({ verdict }) => verdict === 'pass').length;
  const figures: [string, Bilingual][] = [
    [`${passed(gates)} / ${gates.length}`, TEXTS.gatesPass],
    [`${passed(requirements)} / ${requirements.length}`, TEXTS.requirementsPass],
    [number(counts.started).sv, TEXTS.flowsPlayed],
    [number(counts.channels.ui).sv, TEXTS.throughBrowser],
  ];
  return html`<section class="verdict ${decision}" aria-labelledby="decision">
<p class="symbol" aria-hidden="true">${go ? '✓' : '✗'}</p>
<div><h2 id="decision">${bi(go ? TEXTS.go : TEXTS.noGo)} <small class="sv" lang="en">${go ? 'GO' : 'NO-GO'}</small></h2>
<p>${bi(go ? (scope === 'run' ? TEXTS.goLeadRun : TEXTS.goLead) : shut(reasons.length))}</p>
${elsewhere.length === 0 ? '' : html`<p>${bi(left(elsewhere.length))}</p>`}
<p class="organisations">${bi(TEXTS.organisations)}: ${stage.organisations.join(' · ')}</p></div>
<dl class="figures">${figures.map(([figure, label]) => html`<div><dt>${bi(label)}</dt><dd>${figure}</dd></div>`)}</dl>
</section>`;
}

const left = (count: number): Bilingual =>
  both(
    `${count} av etappens grindar avgörs av andra körningar eller av människor och är öppna.`,
    `${count} of the gates of the stage are decided by other runs or by people and are open.`,
  );

const shut = (count: number): Bilingual =>
  count === 1
    ? both(
        'Ett skäl hindrar driftstart. Det står här nedanför.',
        'One reason stands against go-live. It is told below.',
      )
    : both(
        `${count} skäl hindrar driftstart. De står här nedanför.`,
        `${count} reasons stand against go-live. They are told below.`,
      );

import { readFileSync } from 'node:fs';
import type { Readiness } from '../readiness.ts';
import { type Bilingual, moment, same } from '../text.ts';
import type { AttachmentAddress } from './failure.ts';
import { bi, html, type Markup, raw } from './markup.ts';
import { factsSection } from './sections/facts.ts';
import { flowsSection } from './sections/flows.ts';
import { foreseenSection } from './sections/foreseen.ts';
import { gatesSection } from './sections/gates.ts';
import { handOversSection } from './sections/hand-overs.ts';
import { notCoveredSection } from './sections/not-covered.ts';
import { reasonsSection } from './sections/reasons.ts';
import { requirementsSection } from './sections/requirements.ts';
import { verdictSection } from './sections/verdict.ts';
import { TEXTS } from './texts.ts';

const besides = (name: string): Markup => raw(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** A run's page lies in its report folder, its attachments in the folder above. */
const BESIDE_THE_REPORT: AttachmentAddress = (_run, file) =>
  `../${file.split('/').map(encodeURIComponent).join('/')}`;

/**
 * The decision on a stage as one file that needs nothing else: Swedish with an English switch, verdict first. The same
 * readiness gives the same bytes.
 */
export function readinessPage(readiness: Readiness, address: AttachmentAddress = BESIDE_THE_REPORT): string {
  const { stage, runs, decision } = readiness;
  const [run] = runs;
  const subtitle: Bilingual[] =
    run === undefined ? [] : [same(run.title), same(run.system.name), moment(run.beganAt)];
  return html`<!doctype html>
<html lang="sv" data-language="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${decision === 'go' ? `✓ ${TEXTS.go.sv}` : `✗ ${TEXTS.noGo.sv}`} – ${stage.title}</title>
<style>
${besides('./page.css')}</style>
</head>
<body>
<header><div><p class="kicker">Genrep · ${bi(TEXTS.title)}</p>
<h1>${stage.title}</h1>
<p class="muted">${subtitle.map((part, index) => html`${index === 0 ? '' : ' · '}${bi(part)}`)}</p></div>
<button type="button" id="language">${bi(TEXTS.switchTo)}</button></header>
<main>
${verdictSection(readiness)}
${reasonsSection(readiness, address)}
${gatesSection(readiness)}
${requirementsSection(readiness)}
${flowsSection(readiness, address)}
${handOversSection(readiness)}
${notCoveredSection(readiness)}
${foreseenSection(readiness.foreseen)}
${factsSection(readiness)}
</main>
<script>
${besides('./page.js')}</script>
</body>
</html>
`.text;
}

import { type Bilingual, moment, same } from '../../pages/bilingual.ts';
import { html } from '../../pages/markup.ts';
import { page } from '../../pages/page.ts';
import { contents, partMarkup } from '../../pages/part.ts';
import { VERDICT_TEXTS } from '../../pages/verdict.ts';
import { ASPECTS } from '../aspects/index.ts';
import type { Readiness } from '../readiness.ts';
import { toneOf } from '../tone.ts';
import type { AttachmentAddress } from './failure.ts';
import { changesSection } from './sections/changes.ts';
import { conservationSection } from './sections/conservation.ts';
import { detectionSection } from './sections/detection.ts';
import { factsSection } from './sections/facts.ts';
import { flowsSection } from './sections/flows.ts';
import { foreseenSection } from './sections/foreseen.ts';
import { gatesSection } from './sections/gates.ts';
import { handOversSection } from './sections/hand-overs.ts';
import { labSection } from './sections/lab.ts';
import { loadSection } from './sections/load.ts';
import { matrixSection } from './sections/matrix.ts';
import { monitorsSection } from './sections/monitors.ts';
import { notCoveredSection } from './sections/not-covered.ts';
import { otherFailuresSection, reasonsSection } from './sections/reasons.ts';
import { remainingSection } from './sections/remaining.ts';
import { requirementsSection } from './sections/requirements.ts';
import { verdictSection } from './sections/verdict.ts';
import { TEXTS } from './texts.ts';

/** A run's page lies in its report folder, its attachments in the folder above. */
const BESIDE_THE_REPORT: AttachmentAddress = (_run, file) =>
  `../${file.split('/').map(encodeURIComponent).join('/')}`;

/**
 * What runs came to and how far their stage has come, as one file that needs nothing else: Swedish with an English
 * switch, the conclusion first, what passed folded. The same readiness gives the same bytes.
 */
export function readinessPage(readiness: Readiness, address: AttachmentAddress = BESIDE_THE_REPORT): string {
  const { stage, runs, conclusion, scope } = readiness;
  const [run] = runs;
  const facts: Bilingual[] =
    run === undefined
      ? []
      : [
          same(scope === 'stage' ? run.title : stage.title),
          ...(run.system === undefined ? [] : [same(run.system.name)]),
          moment(run.beganAt),
        ];
  const heading = scope === 'stage' ? stage.title : runs.map(({ title }) => title).join(', ');
  const parts = [
    reasonsSection(readiness, address),
    otherFailuresSection(readiness, address),
    remainingSection(readiness),
    gatesSection(readiness),
    changesSection(readiness),
    ...ASPECTS.map((aspect) => aspect.section(readiness)),
    requirementsSection(readiness),
    matrixSection(readiness),
    flowsSection(readiness, address),
    handOversSection(readiness),
    labSection(readiness),
    conservationSection(readiness),
    monitorsSection(readiness, address),
    loadSection(readiness),
    notCoveredSection(readiness),
    foreseenSection(readiness.foreseen),
    detectionSection(readiness),
    factsSection(readiness),
  ].filter((part) => part !== undefined);
  return page({
    tab: `${VERDICT_TEXTS[toneOf(readiness)].symbol} ${conclusion.headline.sv} – ${heading}`,
    kind: scope === 'stage' ? TEXTS.ofStage : TEXTS.ofRun,
    heading: same(heading),
    facts,
    styles: [new URL('./page.css', import.meta.url)],
    body: html`${verdictSection(readiness)}
${contents(parts)}
${parts.map(partMarkup)}`,
  });
}

import { both } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { Readiness } from '../../readiness.ts';
import type { RequirementResult } from '../../requirements.ts';
import { WRONG } from '../../wrong.ts';
import { TEXTS } from '../texts.ts';

/** Every requirement of the stage, those that did not hold first, from how much it was judged, and where nobody could look. */
export function requirementsSection({ requirements }: Readiness): Part {
  const [passed, rest] = [requirements.filter(isPassed), requirements.filter((each) => !isPassed(each))];
  const held = both(
    `${passed.length} av ${requirements.length} godkända`,
    `${passed.length} of ${requirements.length} pass`,
  );
  return {
    id: 'requirements',
    title: TEXTS.requirements,
    told: held,
    lead: TEXTS.classLead,
    isOpen: rest.some(({ verdict }) => WRONG.has(verdict)),
    body:
      rest.length === 0 || passed.length === 0
        ? requirementTable(requirements)
        : html`${requirementTable(rest)}
<details><summary>${bi(held)}</summary>
${requirementTable(passed)}</details>`,
  };
}

const isPassed = ({ verdict }: RequirementResult): boolean => verdict === 'pass';

const requirementTable = (requirements: readonly RequirementResult[]): Markup =>
  table(
    TEXTS.requirements,
    [
      { head: TEXTS.requirement },
      { head: TEXTS.safetyClass, numeric: true },
      { head: TEXTS.lookedAt, numeric: true },
      { head: TEXTS.broken, numeric: true },
      { head: TEXTS.notReached, numeric: true },
      { head: TEXTS.verdict },
    ],
    requirements.map(({ requirement, observedIn, brokenIn, notReachedIn, verdict, reason }) => [
      html`<strong>${bi(requirement)}</strong> <code class="id">${requirement.id}</code>${reason === undefined ? '' : html`<br><span class="muted">${bi(reason)}</span>`}`,
      html`${requirement.safetyClass}`,
      html`${observedIn}`,
      html`${brokenIn}`,
      html`${notReachedIn}`,
      badge(verdict),
    ]),
  );

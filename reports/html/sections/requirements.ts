import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

/** Every requirement of the stage, from how much it was judged, and where nobody could look. */
export const requirementsSection = ({ requirements }: Readiness): Markup =>
  section(
    'requirements',
    TEXTS.requirements,
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
    ),
    TEXTS.classLead,
  );

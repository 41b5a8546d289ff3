import { both } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import type { Roadmap } from '../roadmap.ts';
import { INHERITED } from '../words.ts';

const T = {
  inheritance: both('Vad som ärvs och vad som övas på nytt', 'What is inherited and what is rehearsed anew'),
  work: both('Arbete', 'Work'),
  inherits: both('Arv', 'Inheritance'),
  first: both('Veckor första gången', 'Weeks the first time'),
  again: both('Veckor därefter', 'Weeks after that'),
  why: both('Varför', 'Why'),
  services: both('Det som etapperna delar', 'What the stages share'),
  shared: both('Delas', 'Shared'),
  ready: both('Blir klart i', 'Made ready in'),
  serves: both('Väntar på det', 'Wait for it'),
  source: both('Källa', 'Source'),
};

/** Of each piece of work: how much a later stage has from the one before, and why no more. */
export const inheritance = ({ plan }: Roadmap): Markup =>
  section(
    'arv',
    T.inheritance,
    table(
      T.inheritance,
      [
        { head: T.work },
        { head: T.inherits },
        { head: T.first, numeric: true },
        { head: T.again, numeric: true },
        { head: T.why },
      ],
      plan.work.map((work) => [
        html`<strong>${bi(work)}</strong>`,
        bi(INHERITED[work.inherits]),
        html`${work.weeks}`,
        html`${work.weeksAgain}`,
        bi(work.why),
      ]),
      { filterFrom: Number.POSITIVE_INFINITY },
    ),
  );

/** What several stages wait for, and none may break for another. */
export const services = ({ plan }: Roadmap): Markup =>
  plan.services.length === 0
    ? html``
    : section(
        'delat',
        T.services,
        table(
          T.services,
          [{ head: T.shared }, { head: T.ready }, { head: T.serves }, { head: T.source }],
          plan.services.map((service) => [
            html`<strong>${bi(service)}</strong>`,
            html`${service.stage}`,
            html`${service.serves.join(', ')}`,
            html`<span lang="sv">${service.source}</span>`,
          ]),
        ),
      );

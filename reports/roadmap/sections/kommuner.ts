import { both, same } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import type { Roadmap } from '../roadmap.ts';

const T = {
  title: both('Kommunerna', 'The kommuner'),
  option: both('Val', 'Option'),
  count: both('Kommuner', 'Kommuner'),
  named: both('Namngivna här', 'Named here'),
  source: both('Källa', 'Source'),
  kommun: both('Kommun', 'Kommun'),
  code: both('Kod', 'Code'),
  stage: both('Etapp', 'Stage'),
  options: both('Har valt', 'Has chosen'),
};

/** What kommuner may choose, how many have, and when each goes live. */
export const kommuner = ({ plan }: Roadmap): Markup => {
  const { options, kommuner: all } = plan;
  return section(
    'kommuner',
    T.title,
    html`${table(
      T.option,
      [
        { head: T.option },
        { head: T.count, numeric: true },
        { head: T.named, numeric: true },
        { head: T.source },
      ],
      options.map((option) => [
        html`<strong>${bi(option)}</strong>`,
        html`${option.kommuner}`,
        html`${all.filter((kommun) => kommun.options.includes(option.id)).length}`,
        html`<span lang="sv">${option.source}</span>`,
      ]),
    )}
${table(
  T.title,
  [{ head: T.kommun }, { head: T.code }, { head: T.stage }, { head: T.options }],
  all.map(({ name, code, stage, options: chosen }) => [
    html`<strong>${name}</strong>`,
    html`${code}`,
    bi(plan.stages.find(({ id }) => id === stage) ?? same(stage)),
    html`${chosen.map((id, index) => html`${index === 0 ? '' : ', '}${bi(options.find((option) => option.id === id) ?? same(id))}`)}`,
  ]),
)}`,
    same(plan.kommunSource),
  );
};

import { actorPhrase } from '../../domain/role.ts';
import type { ShrinkResult, ShrunkCause } from '../../domain/shrink.ts';
import { causeTitle, conclusionOf, flowsSentence } from './words.ts';

/** What a shrinking came to, for a terminal, in Swedish. */
export function shrinkText(result: ShrinkResult, page: string): string {
  return `${['', conclusionOf(result).sv, ...result.causes.flatMap(causeLines), '', `  Sida ${page}`].join('\n')}\n`;
}

function causeLines(cause: ShrunkCause): string[] {
  const { smallest, same } = cause;
  const flows = smallest?.flows ?? [];
  const example = smallest?.example;
  return [
    '',
    `  ${causeTitle(cause).sv}`,
    `  ${flowsSentence(cause).sv}`,
    ...flows.flatMap(({ instance, name, steps }) => [
      `    ${instance}  ${name}`,
      ...steps.map(({ text, drawn }) => `      ${text}${drawn === undefined ? '' : `  [${drawn}]`}`),
    ]),
    ...labelled([
      [
        'vem',
        flows.flatMap(({ steps }) => steps.flatMap(({ actor }) => (actor ? [actorPhrase(actor)] : []))),
      ],
      ['mellan', example?.edge === undefined ? [] : [`${example.edge.from} → ${example.edge.to}`]],
      ['sänt', [example?.sent]],
      ['väntat', [example?.expected]],
      ['sett', [example?.observed]],
      ['samma fel', same],
      ['körning', [smallest?.run]],
    ]),
  ];
}

const labelled = (
  lines: readonly (readonly [label: string, said: readonly (string | undefined)[]])[],
): string[] =>
  lines.flatMap(([label, said]) => {
    const words = [...new Set(said.filter((word) => word !== undefined && word !== ''))].join(', ');
    return words === '' ? [] : [`    ${label.padEnd(10)}${words}`];
  });

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Manner } from './manner.ts';
import { MANNERS } from './manners.ts';

const PAGE = new URL('../../../docs/how-to/own-system.md', import.meta.url);
const TABLE = /<!-- manners -->\n\n([\s\S]*?)\n?<!-- end of manners -->/;

/** What Genrep makes of a manner that nothing else is said of. */
const MET: Readonly<Record<Manner['is'], string>> = {
  right: 'goes on as ever',
  doubtful: 'what is seen counts; what is not seen is _unknown_, with the reason',
  wrong: '',
};

const rowOf = ({ does, is, met = MET[is] }: Manner): string => `| ${does} | ${is} | ${met} |`;

const tableOf = (manners: readonly Manner[]): string =>
  `| a server that | is | Genrep |\n| --- | --- | --- |\n${manners.map(rowOf).join('\n')}\n`;

it('every manner that is wrong says what is made of it', () => {
  expect(MANNERS.filter(({ is, met }) => is === 'wrong' && met === undefined)).toEqual([]);
});

it('the page on systems of one’s own tells of all manners, as the table of them does', () => {
  const [, told] = TABLE.exec(readFileSync(PAGE, 'utf8')) ?? [];
  expect(told).toBe(tableOf(MANNERS));
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { publishedTestNumbers, readTestNumbers } from './test-numbers.ts';

const fileOf = (text: string): string => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'genrep-')), 'numbers.json');
  writeFileSync(file, text);
  return file;
};

it('knows the published numbers by birth date and sex', () => {
  const [number] = publishedTestNumbers().of('1912-12-12', 'male');
  expect(number?.value).toBe('191212121212');
  expect(publishedTestNumbers().of('1912-12-12', 'female')).toEqual([]);
});

it('reads an official list, coordination numbers too', () => {
  const numbers = readTestNumbers(
    fileOf('[{"testpersonnummer":"199001012385"},\n{"testpersonnummer":"196109732393"}]'),
  );
  expect(numbers.of('1990-01-01', 'female').map(({ value }) => value)).toEqual(['199001012385']);
  expect(numbers.of('1961-09-13', 'male')[0]?.system).toContain('samordningsnummer');
  expect(numbers.has('200001052380')).toBe(false);
});

it('refuses a list with a wrong number, with its line, and one without numbers', () => {
  const file = fileOf('199001012385\n199001012386\n');
  expect(() => readTestNumbers(file)).toThrow(
    `${file}:2: 199001012386 är inget personnummer`.replace(
      'personnummer',
      'person- eller samordningsnummer',
    ),
  );
  expect(() => readTestNumbers(fileOf('hej'))).toThrow('innehåller inga nummer');
  expect(() => readTestNumbers('/finns/inte')).toThrow('går inte att läsa');
});

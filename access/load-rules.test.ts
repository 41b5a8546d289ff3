import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRules } from './load-rules.ts';

const OURS = path.join(import.meta.dirname, '../scenarios/access/sverige.yaml');
let folder: string;
let text: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-access-'));
  text = await readFile(OURS, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

it('writes groups out, and says where each rule comes from', () => {
  const { rules } = loadRules('sverige');
  const rule = rules.find(({ id }) => id === 'inre-sparr');
  expect(rule?.when.relation).toContain('former-unit');
  expect(rule?.when.block).toEqual(['blocked', 'first-step']);
  expect(rule?.source).toMatch(/^Patientdatalagen \(2008:355, t\.o\.m\. 2022:914\), 4 kap\. 4 §; Lagen om/);
  expect(rules.every(({ source }) => source !== '')).toBe(true);
});

describe('what is wrong is told with its place', () => {
  it.each([
    [
      'role: [pharmacist]',
      'role: [pharmasist]',
      /:\d+:\d+: ”pharmasist” är inget värde av role och ingen grupp; menade du "pharmacist"/,
    ],
    [
      'block: [closed]',
      'block: [closd]',
      /”closd” är inget värde av block och ingen grupp; menade du "closed"/,
    ],
    [
      'law: pdl, chapter: 4, section: 4 }, ',
      'law: pld, chapter: 4, section: 4 }, ',
      /Lagen ”pld” står inte under laws; välj bland pdl, svod/,
    ],
    ['id: nodoppning', 'id: inre-sparr', /Det finns redan en regel inre-sparr/],
    [
      'relation: own-unit, at: own-unit',
      'relation: own-unit, at: nowhere',
      /Ange med at var lakare-egen arbetar, en av platserna own-unit/,
    ],
    ['expect: must-not', 'expect: never', /"expect" är "never"\. Välj ett av must, may, must-not/],
  ])('%s → %s', async (right, wrong, sentence) => {
    const file = path.join(folder, 'regler.yaml');
    expect(text).toContain(right);
    await writeFile(file, text.replace(right, wrong));
    expect(() => loadRules(file)).toThrow(sentence);
  });

  it('a name that there is none of', () => {
    expect(() => loadRules('sverge')).toThrow(/ingen samling åtkomstregler "sverge"; menade du "sverige"/);
  });
});

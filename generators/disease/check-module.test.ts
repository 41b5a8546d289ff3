import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../domain/input-error.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { parseYaml } from '../../input/yaml-source.ts';
import { DATA } from '../testing.ts';
import { checkModule } from './check-module.ts';
import type { DiseaseModule } from './module.ts';

const schema = JSON.parse(readFileSync(new URL('../modules/module.schema.json', import.meta.url), 'utf8'));

const GOOD = `name: { sv: Prov, en: Test }
basis: { assumption: påhittat }
onset:
  per1000: { 0: 5 }
start: sjuk
states:
  sjuk:
    contact: { setting: primary-care, form: planned, reason: Prov }
    writes:
      - { diagnosis: I10.9 }
      - { test: Kalium }
      - { prescribe: Enalapril, indication: I10.9 }
    then:
      - { to: frisk, share: 0.4, after: { days: 10 } }
      - { to: sjuk, share: 0.6, after: { days: [10, 20] } }
  frisk:
    ended: true
`;

function check(text: string): void {
  const source = parseYaml('prov.yaml', text);
  checkModule(
    { id: 'prov', ...checkSchema<Omit<DiseaseModule, 'id'>>(source, schema) },
    DATA.library.codes,
    ['prov'],
    source,
  );
}

it('lets a good module through', () => {
  expect(() => check(GOOD)).not.toThrow();
});

describe('refuses with file and line', () => {
  it.each([
    ['an impossible probability', 'share: 0.4', 'share: 1.4', 14],
    ['shares that do not sum to one', 'share: 0.4', 'share: 0.3', 13],
    ['an unreachable state', 'to: frisk', 'to: sjuk', 16],
    ['a state that does not exist', 'to: frisk', 'to: botad', 14],
    ['an unknown diagnosis', 'diagnosis: I10.9', 'diagnosis: Q99.99', 10],
    ['an unknown test', 'test: Kalium', 'test: Kalumium', 11],
    ['an unknown drug', 'prescribe: Enalapril', 'prescribe: Enalapryl', 12],
    ['an unknown unit of time', 'days: 10', 'dagar: 10', 14],
    ['an unknown key', 'ended: true', 'slut: true', 17],
    ['a disease that does not exist', 'per1000: { 0: 5 }', 'per1000: { 0: 5 }\n  who: { has: gikt }', 5],
    ['an end that leads on', 'ended: true', 'ended: true\n    then: [{ to: sjuk, share: 1 }]', 18],
  ])('%s', (_name, from, to, line) => {
    const error = catchInput(() => check(GOOD.replace(from, to)));
    expect(error.message).toMatch(/^prov\.yaml:\d+:\d+: .+\.$/);
    expect(error.position?.line).toBe(line);
  });
});

function catchInput(act: () => void): InputError {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

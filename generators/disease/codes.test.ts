import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCodes } from './codes.ts';

const SHIPPED = path.join(import.meta.dirname, '..', 'modules', 'codes');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'genrep-codes-'));
  cpSync(SHIPPED, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('refuses a unit that is not UCUM as the table of units has it, with file and line', () => {
  const file = path.join(folder, 'tests.yaml');
  const text = readFileSync(file, 'utf8').replace('unit: mmol/L', 'unit: mmol per liter');
  const line = text.slice(0, text.indexOf('unit: mmol per liter')).split('\n').length;
  writeFileSync(file, text);
  expect(() => loadCodes(folder)).toThrow(
    new RegExp(`tests\\.yaml:${line}:\\d+: Enheten "mmol per liter" för .+ är okänd`),
  );
});

it('refuses a folder that lacks a table', () => {
  rmSync(path.join(folder, 'units.yaml'));
  expect(() => loadCodes(folder)).toThrow('Filen units.yaml saknas');
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listFaults } from '../reference/faults/faults.ts';
import { loadRequirements } from '../scenarios/load-requirements.ts';

const ROOT = path.join(import.meta.dirname, '..');
const PAGE = readFileSync(path.join(ROOT, 'docs/how-to/kommun.md'), 'utf8');

interface Row {
  readonly sentence: string;
  readonly requirement: string;
  readonly flow: string;
  readonly fault: string;
}

const rowsIn = (page: string): readonly Row[] =>
  [...page.matchAll(/^\| (.+) \| (KRAV-[A-Z]+-\d+) \| (\S+) \| (\S+) \|$/gm)].map(
    ([, sentence = '', requirement = '', flow = '', fault = '']) => ({ sentence, requirement, flow, fault }),
  );

const requirements = new Set(loadRequirements().requirements.map(({ id }) => id));
const faults = new Map(listFaults().map((fault) => [fault.name, fault.requirements]));

/** What a row promises and is not so. */
function problemsOf({ sentence, requirement, flow, fault }: Row): readonly string[] {
  const claimed = textOf(flow).includes(`@${requirement}`);
  return [
    ...(requirements.has(requirement) ? [] : [`${sentence}: there is no ${requirement}`]),
    ...(claimed ? [] : [`${sentence}: ${flow} does not show ${requirement}`]),
    ...(faults.get(fault)?.includes(requirement)
      ? []
      : [`${sentence}: ${fault} does not break ${requirement}`]),
  ];
}

function textOf(flow: string): string {
  try {
    return readFileSync(path.join(ROOT, 'features', `${flow}.feature`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

it('every sentence has its requirement, a flow that shows it and a fault that breaks it', () => {
  const rows = rowsIn(PAGE);
  expect(rows).toHaveLength(PAGE.split('\n').filter((line) => line.includes('| KRAV-')).length);
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.flatMap(problemsOf)).toEqual([]);
});

it('a row that names what is not there is found', () => {
  const row = '| Något | KRAV-SAM-99 | samverkan/ingen | inget-fel |';
  expect(rowsIn(row).flatMap(problemsOf)).toHaveLength(3);
  const misfit = '| Något | KRAV-SAM-05 | samverkan/besked-och-plan | receipt-lost |';
  expect(rowsIn(misfit).flatMap(problemsOf)).toEqual(['Något: receipt-lost does not break KRAV-SAM-05']);
});

it('every requirement of these flows is in the table', () => {
  const rows = rowsIn(PAGE);
  const own = loadRequirements()
    .requirements.filter(({ id, shownBy }) => /^KRAV-(SAM|ELH|VC|VAC)-/.test(id) && shownBy.length > 0)
    .map(({ id }) => id);
  expect(own.filter((id) => rows.every(({ requirement }) => requirement !== id))).toEqual([]);
});

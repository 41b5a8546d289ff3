import { describe, expect, it } from 'vitest';
import type { Gate } from '../../domain/stage.ts';
import { migrationSection } from '../html/sections/migration.ts';
import { junitXml } from '../junit.ts';
import { readinessOf } from '../readiness.ts';
import { summaryText } from '../terminal.ts';
import { comparedOf, foundOf, lost, migrationRun, sampledOf } from '../testing/migration.ts';
import { STAGE } from '../testing/stage.ts';
import { summarise } from '../verdicts.ts';

const gated = (gate: Gate) => ({
  ...STAGE,
  gates: [{ id: 'G', sv: 'Prov.', en: 'Test.', source: 'x', gate }],
  hash: JSON.stringify(gate),
});
type Run = Parameters<typeof migrationRun>;

function judged(gate: Gate, compared: Run[0], found: Run[1] = [], told: Run[2] = {}) {
  const run = migrationRun(compared, found, { ...told, stage: gated(gate) });
  return readinessOf([run], { scope: 'stage' }).gates.find(({ id }) => id === 'G');
}

describe('migration findings', () => {
  const gate: Gate = { kind: 'migration-findings', classes: [1], atMost: 0 };
  it('passes where every record of the class came through', () => {
    expect(judged(gate, [comparedOf('allergy')])).toMatchObject({
      verdict: 'pass',
      measured: { sv: '0 skillnader' },
    });
  });
  it('fails for a single one, and names it', () => {
    const gate1 = judged(gate, [lost('allergy', 1)], [foundOf('allergy-lost', 1)]);
    expect(gate1).toMatchObject({
      verdict: 'fail',
      reasons: [{ text: { sv: 'En överkänslighet saknas (1).' } }],
    });
  });
  it('leaves other classes to other gates', () => {
    const found = [foundOf('text-changed', 3, { class: 2 })];
    expect(judged(gate, [comparedOf('allergy')], found)?.verdict).toBe('pass');
  });
  it('is not covered where only some people were compared', () => {
    const some = judged(gate, [comparedOf('allergy')], [], { people: { source: 100, compared: 20 } });
    expect(some?.verdict).toBe('not-covered');
    expect(some?.reasons[0]?.text.sv).toBe('Bara 20 av 100 personer är avstämda.');
  });
  it('is not covered where there was nothing to see arrive, unless it is declared not to be moved', () => {
    const rows = { ...comparedOf('x').rows, source: 0, target: 0, same: 0 };
    expect(judged(gate, [comparedOf('warning', { rows })])?.verdict).toBe('not-covered');
    expect(judged(gate, [comparedOf('medication', { rows })])?.verdict).toBe('pass');
  });
  it('is not covered without a comparison', () => {
    expect(judged(gate, [comparedOf('warning', { reason: 'källan säger inget om den' })])?.verdict).toBe(
      'not-covered',
    );
  });
});

describe('migration sample', () => {
  const gate: Gate = { kind: 'migration-sample', atMost: 0.001 };
  const sample = (...counts: Parameters<typeof sampledOf>) =>
    judged(gate, [comparedOf('allergy')], [], { sampled: sampledOf(...counts) });
  it('passes from 2,995 judged without a fault, and from 4,742 with one', () => {
    expect(sample(2_995, 0)?.verdict).toBe('pass');
    expect(sample(4_741, 1)?.verdict).toBe('pass');
  });
  it('cannot tell with too few, and says how many it takes', () => {
    expect(sample(2_900, 0)?.verdict).toBe('unknown');
    expect(sample(2_994, 1)?.reasons[0]?.text.en).toBe(
      'Too few were judged to tell: it takes 4,742 with so many faults.',
    );
  });
  it('fails where the sample itself has more faults than that', () => {
    expect(sample(2_990, 4, 1)).toMatchObject({
      verdict: 'fail',
      measured: { en: expect.stringContaining('5 of 2,995') },
    });
  });
  it('is not covered where nobody has judged', () => {
    expect(judged(gate, [comparedOf('allergy')])?.verdict).toBe('not-covered');
  });
});

describe('a migration in reports', () => {
  const failed = migrationRun(
    [lost('allergy', 2), comparedOf('booking', { class: 2 })],
    [foundOf('allergy-lost', 2)],
    {
      sampled: sampledOf(90, 1, 1),
    },
  );
  it('has failed by itself for one difference, and passed without', () => {
    expect(readinessOf([failed]).outcome).toBe('failed');
    expect(readinessOf([migrationRun([comparedOf('allergy')])]).outcome).toBe('passed');
    expect(readinessOf([migrationRun([comparedOf('warning', { reason: 'x' })])]).outcome).toBe(
      'inconclusive',
    );
  });
  it('is told in a terminal', () => {
    const text = summaryText(readinessOf([failed]));
    expect(text).toContain(
      'En överkänslighet saknas (klass 1): 2 hos 2 personer, till exempel AllergyIntolerance/a-1',
    );
    expect(text).toContain('1 fel och 1 oklara av 92');
  });
  it('is told on the page, in both languages', () => {
    const body = migrationSection(readinessOf([failed]))?.body.text ?? '';
    expect(body).toContain('91936005 → 1');
    expect(body).toContain('Läkemedel tas upp för hand');
    expect(body).toContain('An allergy is missing');
  });
  it('is a suite of its own in JUnit', () => {
    const xml = junitXml(summarise([failed]), readinessOf([failed]));
    expect(xml).toContain('<testsuite name="Migreringen" tests="2" failures="1"');
  });
});

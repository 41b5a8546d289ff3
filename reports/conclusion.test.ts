import { describe, expect, it } from 'vitest';
import { loadStage } from '../scenarios/load-stage.ts';
import { githubAnnotations } from './exports/github-annotations.ts';
import { sarif } from './exports/sarif.ts';
import { readinessPage } from './html/page.ts';
import { steeringPage } from './html/steering.ts';
import { trendPage } from './html/trend.ts';
import { junitXml } from './junit.ts';
import { readinessOf } from './readiness.ts';
import { summaryText } from './terminal.ts';
import { FLOWS } from './testing/flows.ts';
import { type Fault, runOf, type SyntheticRun } from './testing/synthetic.ts';
import { trendOf } from './trend.ts';
import { summarise } from './verdicts.ts';

const SOUTH = loadStage('1-sodra');
/** Those of the stage, and that the whole run was carried out. */
const ALL_GATES = SOUTH.gates.length + 1;
const LOST: Fault = {
  kind: 'order-on-laboratory-worklist',
  every: 2,
  verdict: 'fail',
  expected: 'Troponin T på arbetslistan',
  observed: 'tom lista',
  stops: true,
};

/** Everything that is said of one run. */
function saidOf(options: SyntheticRun): Readonly<Record<string, string>> {
  const run = runOf(options);
  const readiness = readinessOf([run]);
  return {
    page: readinessPage(readiness),
    sheet: steeringPage(readiness),
    terminal: summaryText(readiness),
    json: JSON.stringify(readiness),
    junit: junitXml(summarise([run]), readiness),
    annotations: githubAnnotations(readiness),
    sarif: sarif(readiness),
    trend: trendPage(trendOf([run]), 'runs'),
  };
}

describe('what is said of one run', () => {
  const passing = saidOf({ stage: SOUTH, instances: 160 });

  it.each(Object.keys(passing))('is never a go of its stage: %s', (report) => {
    // Where a requirement is told in English, drugs do not go together.
    const said = passing[report]?.replaceAll('go together', '');
    expect(said).not.toMatch(/klartecken|\bno-go\b|\bgo(?!-live)\b/i);
  });

  it.each(['page', 'sheet', 'terminal', 'json', 'junit', 'annotations'])(
    'says the same of the run and of how far the stage has come: %s',
    (report) => {
      const { conclusion } = readinessOf([runOf({ stage: SOUTH, instances: 160 })]);
      expect(conclusion.stage.sv).toMatch(
        new RegExp(
          `^Etappen är inte klar ännu: \\d+ av ${ALL_GATES} grindar är passerade, \\d+ återstår\\.$`,
        ),
      );
      expect(passing[report]).toContain(conclusion.headline.sv);
      expect(passing[report]).toContain(conclusion.stage.sv);
    },
  );

  it('has no go either when every gate of its stage is passed', () => {
    const readiness = readinessOf([runOf({ instances: 160 })]);
    expect(readiness.gates.every(({ verdict }) => verdict === 'pass')).toBe(true);
    expect(readiness).not.toHaveProperty('decision');
    expect(readiness.conclusion.stage.sv).toContain('avgör bara genrep readiness etapp-1');
  });

  it.each([
    [{}, 'Generalrepetitionen är godkänd', 'The rehearsal passed'],
    [{ faults: [LOST] }, 'Generalrepetitionen är underkänd', 'The rehearsal failed'],
    [{ ending: 'interrupted' }, 'Generalrepetitionen avbröts', 'The rehearsal was interrupted'],
    [
      { faults: [{ kind: 'triage', every: 1, verdict: 'unknown' }] },
      'Generalrepetitionen går inte att avgöra',
      'The rehearsal is inconclusive',
    ],
    [
      { faults: [{ kind: 'triage', every: 1, verdict: 'error' }] },
      'Generalrepetitionen bröts av fel',
      'The rehearsal broke',
    ],
  ] satisfies [SyntheticRun, string, string][])('%j: %s', (options, sv, en) => {
    expect(readinessOf([runOf({ instances: 160, ...options })]).conclusion.headline).toEqual({ sv, en });
  });

  it('has failed when a single flow did, whatever share of them the stage allows', () => {
    const fault: Fault = { kind: 'triage', every: 20, verdict: 'fail' };
    const flows = FLOWS.map((flow) => ({ ...flow, requirements: [] }));
    const readiness = readinessOf([runOf({ flows, instances: 160, faults: [fault] })]);
    expect(readiness.gates.find(({ id }) => id === 'GRIND-3')?.verdict).toBe('pass');
    expect(readiness.outcome).toBe('failed');
    expect(summaryText(readiness)).toContain('Ett steg som inte visar något krav gick fel.');
  });
});

describe('what was not chosen', () => {
  const one = FLOWS.slice(0, 1);
  const features = (options: SyntheticRun) => {
    const run = runOf({ flows: one, stage: SOUTH, instances: 1, ...options });
    return readinessOf([{ ...run, started: { ...run.started, command: 'features' as const } }]);
  };

  it('does not speak against one flow that passed', () => {
    const readiness = features({});
    expect(readiness).toMatchObject({ outcome: 'passed', reasons: [] });
    expect(summaryText(readiness)).toMatch(/^\n✓ Patientflödena är godkända/);
    expect(summaryText(readiness)).not.toContain('Chefläkare');
  });

  it('leaves a flow inconclusive of which a step could not be looked at', () => {
    const lacking = { channel: 'api', kind: 'triage', reason: 'Nej.' } as const;
    expect(features({ notSupported: [lacking], browserEvery: 0 }).outcome).toBe('inconclusive');
  });

  it('is all that is said when nothing was played', () => {
    const readiness = readinessOf([runOf({ instances: 0, planned: 0 })], { scope: 'stage' });
    const played = readinessOf([runOf({ faults: [LOST] })], { scope: 'stage' });
    const said = ({ gates }: typeof readiness) =>
      JSON.stringify(gates.filter(({ id }) => id !== 'GRIND-HEL'));
    expect(said(readiness)).toContain('Inget flöde spelades.');
    expect(said(readiness)).not.toContain('0 av 0');
    expect(said(played)).not.toContain('Inget flöde spelades.');
  });
});

describe('every gate that remains', () => {
  const { remaining } = readinessOf([runOf({ stage: SOUTH, instances: 0, planned: 0 })], {
    scope: 'stage',
  }).conclusion;

  it('is told with who answers for it and what closes it', () => {
    expect(remaining).toHaveLength(ALL_GATES);
    for (const gate of remaining) {
      expect(gate.owner?.sv, gate.id).toMatch(/./);
      expect(gate.closedBy?.sv, gate.id).toMatch(/\.$/);
    }
  });

  it.each([
    ['simulerad-vantan', 'npx genrep simulate'],
    ['utbildning', '--training kursregister.csv --roster schema.csv'],
    ['kliniskt-godkant', 'npx genrep approve 1-sodra'],
    ['aterstallning', 'npx genrep attest 1-sodra aterstallning --verdict pass'],
    ['last-svarstid', 'npx genrep load DAG --multiply 1.2'],
    ['klass-1', 'npx genrep day'],
    ['spelade-floden', 'npx genrep features'],
  ])('%s is closed by %s', (id, command) => {
    expect(remaining.find((gate) => gate.id === id)?.closedBy?.command).toContain(command);
  });
});

describe('a lost order', () => {
  const readiness = readinessOf([runOf({ stage: SOUTH, instances: 160, faults: [LOST] })]);

  it('is one reason, with all else that it shuts under it', () => {
    expect(readiness.reasons.map(({ requirement }) => requirement)).toEqual(['KRAV-LAB-01']);
    expect(readiness.reasons[0]?.echoes.map(({ gate }) => gate.id)).toEqual(
      expect.arrayContaining(['floden', 'overlamning', 'avstamning']),
    );
  });

  it('is told with what it may do to a patient, who answers for it, and what to do', () => {
    expect(readiness.reasons[0]).toMatchObject({
      consequence: { sv: expect.stringContaining('Provet tas') },
      owner: { sv: 'Chefläkare' },
      next: { sv: expect.stringContaining('f-0009'), command: 'npx genrep features "@KRAV-LAB-01"' },
    });
  });

  it('does not hide another fault', () => {
    const other: Fault = { kind: 'vitals-in-chart', every: 3, verdict: 'fail' };
    const both = readinessOf([runOf({ stage: SOUTH, instances: 160, faults: [LOST, other] })]);
    expect(both.reasons.flatMap(({ failures }) => failures.map(({ step }) => step?.text))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('arbetslistan'),
        expect.stringContaining('mätningen på rätt patient'),
      ]),
    );
  });

  it('does not hide that hand-overs which passed were too slow', () => {
    const slow: Fault = { kind: 'patient-reads-note', every: 1, verdict: 'pass', latency: 6_000 };
    const both = readinessOf([runOf({ stage: SOUTH, instances: 160, faults: [LOST, slow] })]);
    expect(both.reasons.some(({ gate }) => gate.id === 'overlamning')).toBe(true);
  });
});

it('counts in the singular and in the plural', () => {
  const run = (every: number) => readinessOf([runOf({ instances: 8, faults: [{ ...LOST, every }] })]);
  const text = JSON.stringify(run(1).reasons);
  expect(text).toContain('Höll inte i 1 av 1 flöde där');
  expect(text).not.toMatch(/\b1 flöden|\b1 flows|\b1 steps\b/);
});

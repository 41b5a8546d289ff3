import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CareFlow } from '../../domain/care-flow.ts';
import type { Hazard } from '../../domain/hazard.ts';
import type { Requirement } from '../../domain/stage.ts';
import { edNurse, flow, within } from '../../reports/testing/flow-builder.ts';
import { flowSubject, requirementSubject } from './content.ts';
import { loadApprovalRules, roleNamed } from './load-approval-rules.ts';
import { subjectsNamed, subjectsOf } from './subjects.ts';

const FLOW = flow('sepsis', 'Sepsis', 1, ['KRAV-A'], [
  ['sköterskan för in värdena', edNurse, { type: 'task', kind: 'record-vitals', values: { heartRate: 104 } }],
  ['sköterskan varnas', edNurse, { type: 'question', kind: 'early-warning-raised' }, within(5000)],
] as unknown as Parameters<typeof flow>[4]);
const REQUIREMENT: Requirement = {
  ...{ id: 'KRAV-A', sv: 'Varnar', en: 'Warns', safetyClass: 1, shownBy: ['early-warning-raised'] },
  source: 'assumption',
};
const HAZARD: Hazard = {
  ...{ id: 'RISK-01', sv: 'Missas', en: 'Missed', requirements: ['KRAV-A'], flows: [FLOW.id] },
  cause: { sv: 'Tyst', en: 'Silent', source: 'antagande' },
  control: { sv: 'Larm', en: 'Alarm' },
  owner: { sv: 'Chefläkare', en: 'CMO' },
};

const firstStep = (change: Partial<CareFlow['steps'][number]>): CareFlow => ({
  ...FLOW,
  steps: FLOW.steps.map((step, index) => (index === 0 ? { ...step, ...change } : step)),
});

describe('what of a flow is approved', () => {
  const before = flowSubject(FLOW).hash;

  it.each([
    ['where it is written', { ...FLOW, location: { file: 'features/annan.feature', line: 99 } }],
    ['its keyword', firstStep({ keyword: 'Och' })],
    ['its line', firstStep({ location: { file: 'x', line: 1 } })],
    ['what the work takes', firstStep({ workingTime: 1 })],
    [
      'the order of keys beneath',
      firstStep({ activity: { kind: 'record-vitals', values: { heartRate: 104 }, type: 'task' } as never }),
    ],
    ['tags that say nothing of care', { ...FLOW, tags: ['@snabb'] }],
  ])('is not changed by %s', (_, changed) => {
    expect(flowSubject(changed).hash).toBe(before);
  });

  it.each([
    ['a word', firstStep({ text: 'sköterskan skriver in värdena' })],
    [
      'a value beneath the words',
      firstStep({ activity: { type: 'task', kind: 'record-vitals', values: { heartRate: 105 } } as never }),
    ],
    ['who acts', firstStep({ actor: { role: 'physician', unit: 'ward' } })],
    ['the patient', { ...FLOW, patient: { ...FLOW.patient, ageFrom: 0 } }],
    ['the class', { ...FLOW, safetyClass: 2 as const }],
    ['what it shows', { ...FLOW, requirements: ['KRAV-B'] }],
    ['a sentence less', { ...FLOW, steps: FLOW.steps.slice(1) }],
  ])('is changed by %s', (_, changed) => {
    expect(flowSubject(changed).hash).not.toBe(before);
  });

  it('is of a requirement its words, class, consequence and what shows it, and not its source', () => {
    const hash = requirementSubject(REQUIREMENT).hash;
    expect(requirementSubject({ ...REQUIREMENT, source: 'annan' }).hash).toBe(hash);
    expect(requirementSubject({ ...REQUIREMENT, shownBy: ['triage'] }).hash).not.toBe(hash);
    const watched = { ...REQUIREMENT, watchedBy: [{ monitor: 'lists' }] };
    expect(requirementSubject(watched).hash).not.toBe(hash);
  });
});

describe('what of a stage is approved', () => {
  const all = subjectsOf({ flows: [FLOW], requirements: [REQUIREMENT], hazards: [HAZARD] });

  it('is its flows, its requirements, and hazards as grave as what shows their control', () => {
    expect(all.map(({ kind, id, safetyClass }) => [kind, id, safetyClass])).toEqual([
      ['flow', FLOW.id, 1],
      ['requirement', 'KRAV-A', 1],
      ['hazard', 'RISK-01', 1],
    ]);
    expect(subjectsOf({ flows: [], requirements: [], hazards: [HAZARD] })).toEqual([]);
  });

  it('is named by id or by feature, and what is near is told', () => {
    expect(subjectsNamed('RISK-01', all)).toHaveLength(1);
    expect(subjectsNamed(FLOW.id, all)).toHaveLength(1);
    expect(() => subjectsNamed('KRAV-Å', all)).toThrow(/inget "KRAV-Å" att godkänna.*menade du "KRAV-A"/);
  });
});

describe('the rules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'genrep-approval-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const rules = loadApprovalRules();

  it('have clinical roles, by id or Swedish name, and no others', () => {
    expect(roleNamed('Chefläkare', rules).id).toBe('chefslakare');
    expect(() => roleNamed('testledare', rules)).toThrow(/"testledare" får inte godkänna.*chefslakare/);
  });

  it.each([
    ['classes: [2, 3]', 'classes: [2, 4]', /approval\.yaml:\d+:\d+: "classes" nummer 2 är 4/],
    ['id: verksamhetschef', 'id: chefslakare', /"chefslakare" står två gånger/],
    ['validMonths: 12', 'validMonths: 0', /"validMonths" är 0/],
  ])('that are wrong are refused with their place: %s', (words, to, sentence) => {
    const text = readFileSync(path.join(import.meta.dirname, '../approval.yaml'), 'utf8');
    expect(text).toContain(words);
    const file = path.join(folder, 'approval.yaml');
    writeFileSync(file, text.replace(words, to));
    expect(() => loadApprovalRules(file)).toThrow(sentence);
  });
});

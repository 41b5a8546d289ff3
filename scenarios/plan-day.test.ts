import { describe, expect, it } from 'vitest';
import type { CareDay, PlannedFlow } from '../domain/care-day.ts';
import { HOUR } from '../domain/time.ts';
import type { PlannableFlow } from './check-day-against-flows.ts';
import { loadDay } from './load-day.ts';
import { type DayPlanRequest, type DrawPatient, planDay } from './plan-day.ts';

const flow = (id: string, ...units: PlannableFlow['units']): PlannableFlow => ({
  id,
  units,
  patient: { ageFrom: 18, ageTo: 90, protectedIdentity: id.includes('skyddad') },
});

const day = loadDay('sas-vardag');

/** The flows of the weekday, as far as a plan must know them: some with their units, the others at the ward. */
const KNOWN: readonly PlannableFlow[] = [
  flow('akutsjukvard/brostsmarta#enda', 'emergency', 'laboratory', 'ward'),
  flow('akutsjukvard/sepsislarm#larm', 'emergency'),
  flow('akutsjukvard/sepsislarm#sju', 'emergency'),
  flow('akutsjukvard/sepsislarm#vila', 'emergency'),
  flow('akutsjukvard/skyddad-identitet#enda', 'emergency'),
  flow('slutenvard/lakemedel-och-allergi#enda', 'ward', 'pharmacy'),
  flow('slutenvard/kand-allergi#enda', 'ward', 'pharmacy'),
  flow('slutenvard/avdelningsdygn#enda', 'ward'),
  flow('laboratorium/kritiskt-provsvar#nekande', 'ward', 'laboratory'),
  flow('laboratorium/kritiskt-provsvar#tecken', 'ward', 'laboratory'),
  flow('samverkan/utskrivning-med-kommunala-insatser#kommunen', 'ward', 'municipality', 'primary-care'),
  flow('samverkan/utskrivning-med-kommunala-insatser#utan', 'ward', 'municipality'),
  flow('primarvard/telefonrad-prov-och-1177#enda', 'primary-care', 'laboratory'),
];
const FLOWS: readonly PlannableFlow[] = [
  ...KNOWN,
  ...day.mix
    .filter(({ flow: name }) => !KNOWN.some(({ id }) => id.startsWith(`${name}#`)))
    .map(({ flow: name }) => flow(`${name}#enda`, 'ward')),
];
/** A Wednesday, to which nothing is added and from which nothing is taken. */
const TOTAL = day.mix.reduce((sum, { perDay }) => sum + perDay, 0);

/** A person who is told by nothing but the key, the criteria and the home. */
const drawPatient: DrawPatient = (key, criteria, municipalityCode = '1491') => ({
  key,
  identifier: { system: 'urn:test', value: key },
  givenName: 'Test',
  familyName: 'Person',
  sex: 'female',
  birthDate: `${2026 - criteria.ageFrom}-01-01`,
  address: { line: 'Gatan 1', postalCode: '000 00', city: 'Orten' },
  municipalityCode,
  protectedIdentity: criteria.protectedIdentity,
});

const request: DayPlanRequest = { day, flows: FLOWS, seed: 1, version: '0.1.0', uiShare: 0.05, drawPatient };
const plan = planDay(request);

const countBy = <T>(flows: readonly PlannedFlow[], by: (planned: PlannedFlow) => T): Map<T, number> => {
  const counts = new Map<T, number>();
  for (const planned of flows) counts.set(by(planned), (counts.get(by(planned)) ?? 0) + 1);
  return counts;
};

describe('the weekday', () => {
  it('has exactly as many instances as its mix says, scenarios of a feature taking turns', () => {
    expect(plan.flows).toHaveLength(TOTAL);
    const counts = countBy(plan.flows, ({ flow: id }) => id);
    expect(counts.get('akutsjukvard/brostsmarta#enda')).toBe(80);
    expect(counts.get('akutsjukvard/sepsislarm#larm')).toBe(20);
    expect(counts.get('akutsjukvard/sepsislarm#vila')).toBe(20);
    expect(counts.get('samverkan/utskrivning-med-kommunala-insatser#utan')).toBe(30);
  });

  it('has somebody come in every one of the 24 hours', () => {
    expect(countBy(plan.flows, ({ at }) => Math.floor(at / HOUR)).size).toBe(24);
  });

  it('numbers the instances in order of arrival', () => {
    expect(plan.flows.map(({ instance }) => instance)).toEqual(
      plan.flows.map((_, n) => `f-${`${n + 1}`.padStart(4, '0')}`),
    );
    expect(plan.flows.map(({ at }) => at)).toEqual(plan.flows.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('has one in twenty of each flow, and at least one, through the user interface', () => {
    const ui = countBy(
      plan.flows.filter(({ channel }) => channel === 'ui'),
      ({ flow: id }) => id,
    );
    for (const [id, count] of countBy(plan.flows, ({ flow: each }) => each)) {
      expect(ui.get(id), id).toBe(Math.max(1, Math.floor(count * 0.05)));
    }
  });

  it('spreads over the wards and sends people to the units of their own municipality', () => {
    const wards = countBy(plan.flows, ({ units }) => units.ward);
    expect(
      Math.abs((wards.get('sas-medicin-3') ?? 0) - (wards.get('sas-medicin-4') ?? 0)),
    ).toBeLessThanOrEqual(10);
    for (const { units, patient } of plan.flows) {
      for (const key of [units.municipality, units['primary-care']]) {
        if (key === undefined) continue;
        expect(day.units.find((unit) => unit.key === key)?.municipalityCode).toBe(patient.municipalityCode);
      }
    }
  });

  it('gives each instance a person of its own who meets the criteria of the flow', () => {
    expect(new Set(plan.flows.map(({ patient }) => patient.key)).size).toBe(TOTAL);
    for (const { flow: id, patient } of plan.flows)
      expect(patient.protectedIdentity).toBe(id.includes('skyddad'));
  });
});

describe('a plan', () => {
  it('is the same for the same seed, day and version, and plain JSON', () => {
    expect(planDay(request)).toEqual(plan);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(plan.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sends nobody through pages with a flow that cannot be done there', () => {
    const byApi = FLOWS[0]?.id;
    const { flows } = planDay({ ...request, uiShare: 1, isDoneInPages: ({ id }) => id !== byApi });
    expect(new Set(flows.filter(({ flow }) => flow === byApi).map(({ channel }) => channel))).toEqual(
      new Set(['api']),
    );
    expect(flows.every(({ flow, channel }) => flow === byApi || channel === 'ui')).toBe(true);
  });

  it.each([{ seed: 2 }, { version: '0.1.1' }, { uiShare: 0.1 }])('has another hash with %o', (change) => {
    expect(planDay({ ...request, ...change }).hash).not.toBe(plan.hash);
  });

  it('moves nothing in the other lines when a flow is added to the mix', () => {
    const withoutNumber = (flows: readonly PlannedFlow[]) =>
      flows.map(({ instance: _, ...rest }) => JSON.stringify(rest)).sort();
    const isAdded = ({ flow: id }: PlannedFlow): boolean => id.startsWith('akutsjukvard/brostsmarta');
    const mix = day.mix.filter(({ flow: name }) => name !== 'akutsjukvard/brostsmarta');
    const before = planDay({ ...request, day: { ...day, mix } });
    expect(withoutNumber(plan.flows.filter((planned) => !isAdded(planned)))).toEqual(
      withoutNumber(before.flows),
    );
  });

  it('has more on a Monday, by the factor of the day', () => {
    expect(planDay({ ...request, day: { ...day, weekday: 1 } }).flows).toHaveLength(
      day.mix.reduce((sum, { perDay }) => sum + Math.round(perDay * 1.12), 0),
    );
  });

  it('is what it was', () => {
    const small: CareDay = {
      ...day,
      mix: [
        { flow: 'akutsjukvard/sepsislarm', perDay: 4, arrivals: 'akuten' },
        { flow: 'samverkan/utskrivning-med-kommunala-insatser#utan', perDay: 2, arrivals: 'samverkan' },
      ],
    };
    const { units: _, ...golden } = planDay({ ...request, day: small, seed: 42 });
    expect(golden).toMatchSnapshot();
  });
});

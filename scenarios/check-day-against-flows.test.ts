import { expect, it } from 'vitest';
import { checkDayAgainstFlows, type PlannableFlow } from './check-day-against-flows.ts';
import { loadDay } from './load-day.ts';

const flow = (id: string, ...units: PlannableFlow['units']): PlannableFlow => ({
  id,
  units,
  patient: { ageFrom: 18, ageTo: 90, protectedIdentity: false },
});

const day = loadDay('sas-vardag');
const FLOWS = day.mix.map(({ flow: name }) => flow(`${name}#dygn`, 'ward'));

it('accepts a day whose flows are there and have where to happen', () => {
  expect(() => checkDayAgainstFlows(day, FLOWS)).not.toThrow();
});

it('points at a flow that is not there and suggests the nearest', () => {
  const renamed = FLOWS.map((each) => ({ ...each, id: each.id.replace('sepsislarm', 'sepsislarmet') }));
  expect(() => checkDayAgainstFlows(day, renamed)).toThrow(
    /^scenarios\/days\/sas-vardag\.yaml:\d+:13: Flödet "akutsjukvard\/sepsislarm" finns inte; menade du "akutsjukvard\/sepsislarmet"\? I features finns /,
  );
});

it('suggests another title when the title is wrong', () => {
  const wrongTitle = {
    ...day,
    mix: [{ flow: 'slutenvard/avdelningsdygn#dyn', perDay: 1, arrivals: 'akuten' }],
  };
  expect(() => checkDayAgainstFlows(wrongTitle, FLOWS)).toThrow(
    'menade du "slutenvard/avdelningsdygn#dygn"?',
  );
});

it('points at a flow that needs a kind of unit which the day lacks', () => {
  const withoutPharmacy = { ...day, units: day.units.filter(({ kind }) => kind !== 'pharmacy') };
  const flows = FLOWS.map((each) => flow(each.id, 'ward', 'pharmacy'));
  expect(() => checkDayAgainstFlows(withoutPharmacy, flows)).toThrow(
    'Flödet "akutsjukvard/brostsmarta#dygn" behöver läkemedelsenheten, men dagen har ingen enhet av slaget pharmacy; lägg till en under units.',
  );
});

it('refuses a flow for which no home has every unit', () => {
  const apart = {
    ...day,
    units: day.units.filter(({ key }) => key !== 'vc-ekbacken' && key !== 'marks-kommun'),
  };
  const flows = FLOWS.map((each) => flow(each.id, 'primary-care', 'municipality'));
  expect(() => checkDayAgainstFlows(apart, flows)).toThrow('ingen kommunkod har båda');
});

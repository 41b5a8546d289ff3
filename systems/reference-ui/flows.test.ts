import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patientOnUnitList, registerArrival } from '../../care/admission/index.ts';
import { writeNote } from '../../care/documentation/index.ts';
import { attemptToPrescribe } from '../../care/medication/index.ts';
import { drugCalled } from '../../care/medication/words.ts';
import type { Actor } from '../../domain/role.ts';
import { BrowserMissing, findBrowser } from '../browser/browser.ts';
import type { StepContext } from '../care-system.ts';
import { STAFF } from '../contract/script.ts';
import { openUiHarness, type UiHarness } from './testing/ui-harness.ts';

let harness: UiHarness;
let serial = 0;

beforeAll(async () => {
  harness = await openUiHarness({ firstPerson: 1_000, pageSnapshots: true });
});
afterAll(() => harness?.close());

/** A new flow about a new person, with steps of one actor. */
async function beginFlow(): Promise<(actor: Actor) => StepContext> {
  const { system, units } = harness;
  const patient = harness.patient(false);
  await system.introduce(patient, Object.values(units));
  serial += 1;
  const flow = {
    run: 'test',
    instance: `f-${serial}`,
    patient,
    units,
    bound: new Map(),
    startedAt: Date.now(),
  };
  const as = (actor: Actor): StepContext => ({ ...flow, actor, token: `test/${flow.instance}` });
  await system.beginFlow?.(as(STAFF.nurse));
  return as;
}

describe('flows in the pages', () => {
  it('do not disturb each other when two run at once with the same accounts', async () => {
    const { system } = harness;
    const reasons = ['Yrsel', 'Bröstsmärta'];
    const flows = await Promise.all(reasons.map(() => beginFlow()));
    const seen = await Promise.all(
      flows.map(async (as, index) => {
        await system.perform(registerArrival(reasons[index] ?? '', 'besöket'), as(STAFF.secretary));
        return system.ask(patientOnUnitList(), as(STAFF.nurse));
      }),
    );
    expect(seen.map(({ seen }) => seen)).toEqual([true, true]);
    await Promise.all(flows.map((as) => system.endFlow?.(as(STAFF.nurse), { keepRecording: false })));
  });

  it('leave a recording and a picture of each session when they are to be kept, else nothing', async () => {
    const { system } = harness;
    const as = await beginFlow();
    await system.ask(patientOnUnitList(), as(STAFF.nurse));
    const kept = await system.endFlow?.(as(STAFF.nurse), { keepRecording: true });
    expect(kept?.map(({ mediaType }) => mediaType).toSorted()).toEqual([
      'application/vnd.allure.playwright-trace',
      'image/png',
    ]);
    expect(kept?.every(({ path }) => path.startsWith(harness.recordings) && existsSync(path))).toBe(true);

    const other = await beginFlow();
    await system.ask(patientOnUnitList(), other(STAFF.nurse));
    expect(await system.endFlow?.(other(STAFF.nurse), { keepRecording: false })).toEqual([]);
  });

  it('are refused what is not the role’s, in the page’s words', async () => {
    const as = await beginFlow();
    const outcome = await harness.system.perform(
      attemptToPrescribe(drugCalled('Furosemid'), 'försöket'),
      as(STAFF.assistant),
    );
    expect(outcome).toEqual({
      status: 'refused',
      reason: 'Ingår inte i rollen Undersköterska: Ordinera läkemedel.',
      refusal: 'authority',
    });
    await harness.system.endFlow?.(as(STAFF.nurse), { keepRecording: false });
  });

  it('are told of somebody whom the system does not know', async () => {
    const as = await beginFlow();
    const stranger = { ...as(STAFF.wardNurse), patient: harness.patient(false) };
    expect(await harness.system.perform(writeNote('Hej', 'anteckningen'), stranger)).toEqual({
      status: 'refused',
      reason: 'Systemet känner ingen person med patientens nummer.',
      refusal: 'absence',
    });
    await harness.system.endFlow?.(as(STAFF.nurse), { keepRecording: false });
  });

  it('break with one sentence when a page does not have what is looked for', async () => {
    const as = await beginFlow();
    // No page for arrivals is in the menu of the laboratory.
    await expect(
      harness.system.perform(registerArrival('Yrsel', 'besöket'), as(STAFF.scientist)),
    ).rejects.toMatchObject({
      kind: 'broken-answer',
      message: 'Det gick inte att hitta ”Registrera ankomst” i huvudmenyn.',
    });
    await harness.system.endFlow?.(as(STAFF.nurse), { keepRecording: false });
  });

  it('cannot begin for somebody who may not sign in', async () => {
    const as = await beginFlow();
    await expect(
      harness.system.ask(patientOnUnitList(), as({ role: 'care-manager', unit: 'ward' })),
    ).rejects.toMatchObject({ kind: 'sign-in' });
    await harness.system.endFlow?.(as(STAFF.nurse), { keepRecording: false });
  });
});

describe('the browser', () => {
  it('is the one that is pointed out', () => {
    expect(findBrowser({ GENREP_BROWSER: process.execPath })).toBe(process.execPath);
  });

  it('is asked for in one sentence when it is not there', () => {
    expect(() => findBrowser({ GENREP_BROWSER: '/nowhere/chromium' })).toThrow(BrowserMissing);
    expect(() => findBrowser({ GENREP_BROWSER: '/nowhere/chromium' })).toThrow(/GENREP_BROWSER=\/nowhere/);
  });
});

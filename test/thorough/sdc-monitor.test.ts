import path from 'node:path';
import process from 'node:process';
import type { Device, Observation, Task } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../cli/project.ts';
import { DEVICES } from '../../domain/codes/mdc.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import {
  fetchSdc,
  type SdcMonitor,
  startSdcMonitor,
  whyNoSdc,
} from '../../reference/devices/sdc/sdc-monitor.ts';
import { parseFaults } from '../../reference/faults/faults.ts';
import { deviceGateway } from '../../reference/workflows/device-gateway.ts';
import { type Rehearsal, startRehearsal } from '../../reference/workflows/testing/rehearsal.ts';

/**
 * A monitor that speaks IEEE 11073 SDC (sdc11073 from PyPI, a process of its own), through a bridge that follows it, into the
 * same gateway as any other device.
 */
const PACKAGES = path.join(ROOT, '.cache/sdc');
const DEVICE = '0200000000005DC1';
/** Discovery by multicast takes seconds; how long is nothing that is tried here. */
const DISCOVERY = 120_000;

const missing = whyNoSdc();
if (missing !== undefined) process.stderr.write(`${missing}\n`);

describe.skipIf(missing !== undefined)('a monitor that speaks SDC', () => {
  let rehearsal: Rehearsal;
  let gateway: Awaited<ReturnType<typeof deviceGateway>>;
  let monitor: SdcMonitor;
  let patient: string;
  const problems: unknown[] = [];
  beforeAll(async () => {
    fetchSdc(PACKAGES);
    rehearsal = await startRehearsal();
    const report = (problem: unknown): void => void problems.push(problem);
    gateway = await deviceGateway({
      store: rehearsal.store,
      faults: parseFaults([]),
      now: Date.now,
      report,
    });
    monitor = await startSdcMonitor({
      packages: PACKAGES,
      gatewayPort: gateway.mllpPort,
      device: DEVICE,
      report,
    });
    patient = `Patient/${(await rehearsal.newPatient()).id}`;
  }, DISCOVERY);
  afterAll(async () => {
    await monitor?.close();
    await gateway?.close();
    await rehearsal?.close();
  });

  const inChart = (): Promise<Observation[]> =>
    rehearsal.store.search<Observation>(`Observation?patient=${patient}&_sort=date`);
  const shown = async (): Promise<(readonly [string | undefined, number | undefined])[]> =>
    (await inChart()).flatMap(({ component = [] }) =>
      component.map(({ code, valueQuantity }) => [code.text, valueQuantity?.value] as const),
    );

  it('writes nothing anywhere before it is connected, and the unit is told', {
    timeout: DISCOVERY,
  }, async () => {
    monitor.show({ 147842: 61 });
    await vi.waitFor(
      async () =>
        expect(
          await rehearsal.store.search<Task>(`Task?code=${SYSTEMS.genrep}|device-unplaced`),
        ).toHaveLength(1),
      { timeout: 30_000 },
    );
    expect(await inChart()).toEqual([]);
  });

  it('is on the patient who wears it, unconfirmed, as soon as it is connected', {
    timeout: DISCOVERY,
  }, async () => {
    await rehearsal.as('nurse', 'sas-medicin-3').create<Device>({
      resourceType: 'Device',
      identifier: [{ system: SYSTEMS.eui64, value: DEVICE }],
      status: 'active',
      type: { coding: [{ system: SYSTEMS.mdc, code: DEVICES.monitor.code }], text: DEVICES.monitor.sv },
      patient: { reference: patient },
      owner: { reference: 'Organization/sas-medicin-3' },
    });
    monitor.show({ 147842: 88, 150456: 96, 150344: 37.5 });
    await vi.waitFor(async () => expect(await inChart()).toHaveLength(1), { timeout: 30_000 });
    expect(await shown()).toEqual(
      expect.arrayContaining([
        ['Puls', 88],
        ['Syremättnad', 96],
        ['Temperatur', 37.5],
      ]),
    );
    expect((await inChart()).map(({ status }) => status)).toEqual(['preliminary']);
    monitor.show({ 147842: 131 });
    await vi.waitFor(async () => expect(await shown()).toContainEqual(['Puls', 131]), { timeout: 30_000 });
    expect(problems).toEqual([]);
  });
});

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { METRIC_NAMES, METRICS } from '../../../domain/codes/mdc.ts';
import { createCourier } from '../../laboratory/hl7/deliver.ts';
import { newControlId } from '../../laboratory/hl7/message.ts';
import { type DeviceReading, writeReadings } from '../pcd/readings.ts';

/** A monitor that speaks IEEE 11073 SDC, and the bridge that hands what it says on to the gateway as PCD-01. */
export interface SdcMonitor {
  /** EUI-64, as it is scanned. */
  readonly device: string;
  /** Shows these values from now on, by their codes of IEEE 11073-10101. */
  show(values: Readonly<Record<string, number>>): void;
  close(): Promise<void>;
}

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Why no such monitor can be started on this machine, as a sentence; undefined when one can. */
export function whyNoSdc(): string | undefined {
  const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']);
  if (python.error !== undefined) return 'SDC prövas inte: python3 saknas.';
  if (python.status !== 0) return 'SDC prövas inte: python3 är äldre än 3.10, som sdc11073 behöver.';
  return spawnSync('python3', ['-m', 'pip', '--version']).status === 0
    ? undefined
    : 'SDC prövas inte: pip saknas för python3, så sdc11073 går inte att hämta.';
}

/** sdc11073 from PyPI in this folder: fetched once, and put in its place when it is whole. */
export function fetchSdc(folder: string): void {
  if (existsSync(folder)) return;
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  const { status, stderr } = spawnSync(
    'python3',
    [
      ...['-m', 'pip', 'install', '--quiet', '--no-compile', '--disable-pip-version-check'],
      ...['--target', half, '--requirement', file('./requirements.txt')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`sdc11073 could not be fetched: ${stderr}`);
  renameSync(half, folder);
}

/** One report of the bridge. */
interface Report {
  readonly values: readonly { readonly code: string; readonly unit: string; readonly value: string }[];
  /** Seconds since 1970. */
  readonly at: number;
}

/**
 * Starts both as processes of their own; resolves when the bridge follows the monitor.
 * @param packages the folder that {@link fetchSdc} has filled
 * @param gatewayPort where the gateway takes HL7 v2 over MLLP, on 127.0.0.1
 */
export async function startSdcMonitor(options: {
  readonly packages: string;
  readonly gatewayPort: number;
  readonly device: string;
  readonly report: (problem: unknown) => void;
}): Promise<SdcMonitor> {
  const { packages, gatewayPort, device, report } = options;
  const started: ChildProcess[] = [];
  let closing = false;
  const start = (script: string, ...args: readonly string[]) => {
    const child = spawn('python3', [file(script), ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' },
    });
    started.push(child);
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${script} ended with ${code}.`);
    });
    ended.catch((problem) => {
      if (!closing) report(problem);
    });
    const lines = createInterface({ input: child.stdout });
    const first = Promise.race([once(lines, 'line').then(([line]) => JSON.parse(line)), ended]);
    return { child, lines, first };
  };
  const courier = createCourier(gatewayPort);
  const close = async (): Promise<void> => {
    closing = true;
    for (const child of started.reverse()) {
      if (child.exitCode !== null) continue;
      const exit = once(child, 'exit');
      child.stdin?.end();
      await exit;
    }
    await courier.close();
  };
  try {
    const provider = start('./provider.py');
    const { endpoint }: { readonly endpoint: string } = await provider.first;
    const bridge = start('./bridge.py', endpoint);
    await bridge.first;
    let sets = 0;
    let shown = '';
    bridge.lines.on('line', (line) => {
      const said = JSON.parse(line) as Report;
      // What is shown unchanged is the same set of measurements, sent once more.
      const values = JSON.stringify(said.values);
      if (values !== shown) sets += 1;
      shown = values;
      handOn(said, `${endpoint.slice(-12)}-${sets}`).catch(report);
    });
    const handOn = async ({ values, at }: Report, number: string): Promise<void> => {
      const message = writeReadings(
        'monitor',
        { device, number, at: new Date(at * 1_000).toISOString(), readings: values.flatMap(readingOf) },
        {
          from: { application: 'SDC-bryggan', facility: device },
          to: { application: 'VARDSYSTEMET', facility: '' },
          controlId: newControlId(),
          at: Date.now(),
        },
      );
      const delivery = await courier.deliver(message);
      if (delivery.outcome !== 'accepted') report(`SDC ${number}: ${delivery.outcome}, ${delivery.reason}`);
    };
    return {
      device,
      show: (values) => void provider.child.stdin.write(`${JSON.stringify(values)}\n`),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A value in a unit that the metric has; what the gateway has no name for is left in the island. */
function readingOf({ code, unit, value }: Report['values'][number]): DeviceReading[] {
  const metric = METRIC_NAMES.find((name) => METRICS[name].code === code);
  const known = metric && METRICS[metric].units.find((each) => each.code === unit);
  return metric === undefined || known === undefined
    ? []
    : [{ metric, value: Number(value), unit: known.refId }];
}

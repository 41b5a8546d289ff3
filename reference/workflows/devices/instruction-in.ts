import type { Device, Resource, Task } from '@medplum/fhirtypes';
import { DEVICES, type DeviceKind, METRIC_NAMES, METRICS } from '../../../domain/codes/mdc.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Instruction } from '../../devices/instruction.ts';
import type { DeviceReading } from '../../devices/pcd/readings.ts';
import { Refusal } from '../../workflow.ts';
import { genrepCodeOf, hasCode } from '../concept.ts';

/** What tasks tell a simulated device to do, by their codes. */
const DOES: Readonly<Record<string, Instruction['does']>> = {
  'device-measures': 'measures',
  'device-alarms': 'alarms',
  'device-stops': 'stops',
};

/** Such a task, where a resource is one. */
export const asInstruction = (resource: Resource): Task | undefined =>
  resource.resourceType === 'Task' && DOES[genrepCodeOf(resource.code) ?? ''] !== undefined
    ? resource
    : undefined;

/** The row that says how far the clock of the device is ahead: '7 min'. */
const CLOCK = 'Klockan före';
/** What the form itself asks for beside; it is the identifier of the task. */
const CALLED = 'Apparatens löpnummer';
const ROW = /^(\d+(?:[.,]\d+)?) (\S+)$/;

/**
 * What a task tells its device to do.
 * @throws Refusal in words for a person where it cannot be told
 */
export function instructionIn(task: Task, device: Device | undefined): Instruction {
  const number = numberOf(device);
  const named = { device: number, kind: kindOf(device) };
  const called =
    task.identifier?.find(({ system }) => system === SYSTEMS.deviceReading)?.value ?? task.id ?? '';
  const rows = (task.input ?? []).map(
    ({ type, valueString = '' }) => [type.text ?? '', valueString] as const,
  );
  const readings = rows.filter(([name]) => name !== CLOCK && name !== CALLED).map(readingOf);
  const does = DOES[genrepCodeOf(task.code) ?? ''];
  if (does === 'stops') return { ...named, does };
  const [reading] = readings;
  if (reading === undefined)
    throw new Refusal(422, 'Skriv vad apparaten visar: minst en rad, som Puls "76 /min".');
  if (does === 'alarms') return { ...named, does, number: called, reading };
  return { ...named, does: 'measures', number: called, readings, clockAhead: clockIn(rows) };
}

const MINUTE = 60_000;

function clockIn(rows: readonly (readonly [string, string])[]): number {
  const said = rows.find(([name]) => name === CLOCK)?.[1];
  if (said === undefined) return 0;
  const [, minutes, unit] = ROW.exec(said) ?? [];
  if (minutes === undefined || unit !== 'min')
    throw new Refusal(422, `${CLOCK} är "${said}"; skriv minuter, som "7 min".`);
  return Number(minutes) * MINUTE;
}

function readingOf([name, said]: readonly [string, string]): DeviceReading {
  const metric = METRIC_NAMES.find((each) => METRICS[each].sv === name);
  if (metric === undefined) throw new Refusal(422, `Apparaterna mäter inte "${name}".`);
  const [, number = '', word] = ROW.exec(said) ?? [];
  const unit = METRICS[metric].units.find((each) => each.word === word);
  if (unit === undefined) {
    const words = METRICS[metric].units.map((each) => each.word).join(' eller ');
    throw new Refusal(422, `${name} är "${said}"; skriv ett tal och en enhet: ${words}.`);
  }
  return { metric, value: Number(number.replace(',', '.')), unit: unit.refId };
}

/** The EUI-64 that is scanned on a device. */
export function numberOf(device: Device | undefined): string {
  const number = device?.identifier?.find(({ system }) => system === SYSTEMS.eui64)?.value ?? '';
  if (/^[0-9A-F]{16}$/.test(number)) return number;
  throw new Refusal(422, `Apparatens nummer är "${number}"; det ska ha 16 hexadecimala siffror (EUI-64).`);
}

function kindOf(device: Device | undefined): DeviceKind {
  const kind = (Object.keys(DEVICES) as DeviceKind[]).find((each) =>
    hasCode(device?.type, SYSTEMS.mdc, DEVICES[each].code),
  );
  if (kind === undefined)
    throw new Refusal(422, 'Apparatens slag är okänt; det ska vara en monitor eller en pump.');
  return kind;
}

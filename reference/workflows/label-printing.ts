import type { Patient, ServiceRequest, Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { labelAsZpl } from '../labels/zpl.ts';
import { type ReferenceWorkflow, Refusal, type Store } from '../workflow.ts';
import { genrepCodeOf } from './concept.ts';
import type { UnitDirectory } from './unit-directory.ts';

const ZPL = 'application/x-zpl';

/**
 * Each unit has a printer, and its spool is the Tasks that the unit owns: a label that somebody asks for is printed where they
 * work, with a number of its own on a tube and the patient's on a wristband.
 */
export const labelPrinting = (units: UnitDirectory, now: () => number): ReferenceWorkflow => ({
  name: 'label-printing',
  async beforeWrite({ interaction, resource, by }, store) {
    if (interaction !== 'create' || resource.resourceType !== 'Task') return resource;
    const kind = genrepCodeOf(resource.code);
    if (kind !== 'specimen-label' && kind !== 'wristband') return resource;
    const unit = units.unitOf(by);
    const printer = unit && (await units.organizationOf(unit));
    if (printer === undefined)
      throw new Refusal(422, 'Den som inte arbetar på någon enhet har ingen skrivare.');
    const { lines, number } = await (kind === 'wristband' ? wristband : tubeLabel)(resource, store);
    return {
      ...resource,
      identifier: [{ system: SYSTEMS.label, value: number }],
      owner: { reference: printer },
      lastModified: new Date(now()).toISOString(),
      output: [
        {
          type: { text: 'Etikett' },
          valueAttachment: {
            contentType: ZPL,
            data: Buffer.from(labelAsZpl(lines, number)).toString('base64'),
          },
        },
      ],
    };
  },
});

interface Content {
  readonly lines: readonly string[];
  /** What the bar code says. */
  readonly number: string;
}

async function tubeLabel(task: Task, store: Store): Promise<Content> {
  const order = await store.read<ServiceRequest>(task.focus?.reference ?? '');
  if (order?.subject.reference !== task.for?.reference)
    throw new Refusal(422, 'Etiketten gäller en beställning som inte är patientens.');
  const { name, number } = await patientOf(task, store);
  return { lines: [name, number, order?.code?.text ?? ''], number: numberOf(task) };
}

async function wristband(task: Task, store: Store): Promise<Content> {
  const { name, number } = await patientOf(task, store);
  return { lines: [name, number], number };
}

async function patientOf(
  task: Task,
  store: Store,
): Promise<{ readonly name: string; readonly number: string }> {
  const patient = await store.read<Patient>(task.for?.reference ?? '');
  const number = patient?.identifier?.[0]?.value;
  if (number === undefined)
    throw new Refusal(422, 'Patienten saknar nummer; ingen etikett går att skriva ut.');
  const [{ given = [], family = '' } = {}] = patient?.name ?? [];
  return { name: `${family}, ${given.join(' ')}`, number };
}

/** Twelve digits that are the label's own: scanners of tubes read digits best. */
const numberOf = ({ id = '' }: Task): string =>
  String(BigInt(`0x${id.replaceAll('-', '').slice(0, 12) || '0'}`) % 1_000_000_000_000n).padStart(12, '0');

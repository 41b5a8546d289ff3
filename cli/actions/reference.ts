import process from 'node:process';
import { listFaults } from '../../reference/faults/faults.ts';
import { interruptible } from '../interruption.ts';
import { bringPeople } from '../people-for-reference.ts';
import { type RunningReference, startReference, tellLackingParts } from '../reference-process.ts';
import { type SdcOnScreen, startSdc } from '../sdc.ts';

/** As commander hands them over. */
export interface ReferenceOptions {
  readonly port: number;
  readonly data?: string;
  /** How many people there are from the beginning. */
  readonly people: number;
  readonly fault: readonly string[];
  readonly with: readonly string[];
  readonly faults?: true;
  readonly json?: true;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

export async function serveReference({
  port,
  data,
  fault,
  faults,
  with: parts,
  people,
  json,
}: ReferenceOptions): Promise<void> {
  if (faults) return json ? say(JSON.stringify(listFaults())) : showFaults();
  const reference = await startReference({
    port,
    faults: fault,
    parts: parts.filter((part) => part !== 'sdc'),
    ...(data === undefined ? {} : { data }),
  });
  if (people > 0) {
    await interruptible((signal) =>
      bringPeople(reference, { people, signal, ...(data === undefined ? {} : { data }) }),
    ).catch(async (error: unknown) => {
      await reference.close();
      throw error;
    });
  }
  tellLackingParts(parts, reference);
  const sdc = parts.includes('sdc') ? await startSdc(reference.devices) : undefined;
  const { ui, fhir, devices, tokenEndpoint, password, imaging } = reference;
  const archive = imaging === undefined ? {} : { imaging };
  if (json) say(JSON.stringify({ ui, fhir, devices, tokenEndpoint, password, people, ...archive }));
  else
    say(`Referensmiljön är igång${people === 0 ? '' : `, med ${people} personer`}. Stäng den med Ctrl-C.
  Klinisk klient    ${reference.ui}
  FHIR R4           ${reference.fhir}
  Lösenord för alla ${reference.password}
  Vem man kan vara  står på startsidan: enheter, roller och personer; där återställer man också till läget nu
  Apparater (HL7)   ${reference.devices}
För "npx genrep day sas-vardag" i ett annat fönster:
  export GENREP_REFERENCE_FHIR=${reference.fhir} GENREP_REFERENCE_UI=${reference.ui}
  export GENREP_REFERENCE_TOKEN_ENDPOINT=${reference.tokenEndpoint} GENREP_REFERENCE_PASSWORD=${reference.password}${archiveLine(reference)}`);
  if (sdc !== undefined)
    process.stderr.write(`${sdc.words}
`);
  await interruptible(async (signal) => {
    signal.addEventListener('abort', () => void closeBoth(reference, sdc));
    process.exitCode = await reference.stopped;
    await sdc?.close();
  });
}

async function closeBoth(reference: RunningReference, sdc: SdcOnScreen | undefined): Promise<void> {
  await sdc?.close();
  await reference.close();
}

/** Where the archive is, for a profile in another window. */
const archiveLine = ({ imaging }: RunningReference): string =>
  imaging === undefined
    ? ''
    : `
  export GENREP_REFERENCE_DICOM=${imaging.dicom} GENREP_REFERENCE_DICOM_WEB=${imaging.dicomWeb}`;

/** Each fault with what it does, its usual dose and the requirement it shall turn red. */
function showFaults(): void {
  for (const { name, sv, dose, requirements } of listFaults()) {
    say(`${name.padEnd(26)} 1/${`${dose.every}`.padEnd(3)} ${requirements.join(', ').padEnd(12)} ${sv}`);
  }
}

import process from 'node:process';
import { listFaults } from '../../reference/faults/faults.ts';
import { interruptible } from '../interruption.ts';
import { bringPeople } from '../people-for-reference.ts';
import { type RunningReference, startReference } from '../reference-process.ts';
import { type SdcOnScreen, startSdc } from '../sdc.ts';

/** As commander hands them over. */
export interface ReferenceOptions {
  readonly port: number;
  readonly data?: string;
  /** How many people there are from the beginning. */
  readonly people: number;
  readonly fault: readonly string[];
  readonly faults?: true;
  readonly with?: 'sdc';
  readonly json?: true;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

export async function serveReference({
  port,
  data,
  fault,
  faults,
  people,
  json,
  with: part,
}: ReferenceOptions): Promise<void> {
  if (faults) return json ? say(JSON.stringify(listFaults())) : showFaults();
  const reference = await startReference({ port, faults: fault, ...(data === undefined ? {} : { data }) });
  if (people > 0) {
    await interruptible((signal) =>
      bringPeople(reference, { people, signal, ...(data === undefined ? {} : { data }) }),
    ).catch(async (error: unknown) => {
      await reference.close();
      throw error;
    });
  }
  const sdc = part === 'sdc' ? await startSdc(reference.devices) : undefined;
  const { ui, fhir, devices, tokenEndpoint, password } = reference;
  if (json) say(JSON.stringify({ ui, fhir, devices, tokenEndpoint, password, people }));
  else
    say(`Referensmiljön är igång${people === 0 ? '' : `, med ${people} personer`}. Stäng den med Ctrl-C.
  Klinisk klient    ${reference.ui}
  FHIR R4           ${reference.fhir}
  Lösenord för alla ${reference.password}
  Vem man kan vara  står på startsidan: enheter, roller och personer; där återställer man också till läget nu
  Apparater (HL7)   ${reference.devices}
För "npx genrep day sas-vardag" i ett annat fönster:
  export GENREP_REFERENCE_FHIR=${reference.fhir} GENREP_REFERENCE_UI=${reference.ui}
  export GENREP_REFERENCE_TOKEN_ENDPOINT=${reference.tokenEndpoint} GENREP_REFERENCE_PASSWORD=${reference.password}`);
  if (sdc !== undefined) process.stderr.write(`${sdc.words}\n`);
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

/** Each fault with what it does, its usual dose and the requirement it shall turn red. */
function showFaults(): void {
  for (const { name, sv, dose, requirements } of listFaults()) {
    say(`${name.padEnd(26)} 1/${`${dose.every}`.padEnd(3)} ${requirements.join(', ').padEnd(12)} ${sv}`);
  }
}

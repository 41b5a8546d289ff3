import process from 'node:process';
import { InputError } from '../domain/input-error.ts';
import { FaultError, parseFaults } from '../reference/faults/faults.ts';
import { loadProfile } from '../systems/load-profile.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { completed, secretsOf } from '../systems/sign-in-files.ts';
import { type RunningReference, startReference, tellLackingParts } from './reference-process.ts';

/** The system a command works in, and how to let go of it. */
export interface SystemUnderTest {
  readonly profile: SystemProfile;
  /** What must never reach the evidence. */
  readonly secrets: readonly string[];
  /** The reference environment that was started for the command; absent where the system is somebody else's. */
  readonly reference?: OwnReference;
  close(): Promise<void>;
}

/** What a command does with a reference environment that was started for it. */
export interface OwnReference extends Pick<RunningReference, 'steer'> {
  /** Takes it away as a machine that loses its power, and lets another take over its data, where it was. */
  failOver(): Promise<void>;
}

const REFERENCE = 'reference';

export interface SystemChoice {
  /** A profile, by name or path. */
  readonly system: string;
  /** What to plant in a reference environment that is started for the run. */
  readonly faults: readonly string[];
  /** Whether a reference environment that is started will be made to go wrong while it works. */
  readonly isSteered?: boolean;
  /** What is started beside the record in a reference environment that is started for the run. */
  readonly parts?: readonly string[];
  /** Where a reference environment that is started keeps its data, so that it can be started again; nowhere when absent. */
  readonly data?: string;
}

/** Reads the profile; for the reference environment one is started, unless the environment says where one runs. */
export async function openSystemUnderTest(choice: SystemChoice): Promise<SystemUnderTest> {
  const { system: name } = choice;
  requireFaults(choice);
  if ((choice.parts ?? []).length > 0 && !startsItself(name)) {
    throw new InputError(
      '--with gäller en referensmiljö som Genrep själv startar; ta bort den, och skriv bildarkivet i profilen (imaging).',
    );
  }
  const reference = startsItself(name) ? await startForProfile(choice) : undefined;
  const profile = loadProfile(name);
  return {
    profile,
    secrets: secretsOf(completed(profile)),
    ...(reference === undefined ? {} : { reference }),
    close: async () => reference?.close(),
  };
}

/** Whether a reference environment is started for this choice, and gone when the command has ended. */
export const startsItself = (name: string): boolean =>
  name === REFERENCE && process.env.GENREP_REFERENCE_FHIR === undefined;

/** Throws InputError for faults that there are none of, or that nobody can plant in this system. */
export function requireFaults({ system, faults }: Pick<SystemChoice, 'system' | 'faults'>): void {
  if (faults.length > 0 && !startsItself(system)) {
    throw new InputError(
      'Fel kan bara planteras i en referensmiljö som Genrep själv startar; ta bort --fault.',
    );
  }
  try {
    parseFaults(faults);
  } catch (error) {
    if (error instanceof FaultError) throw new InputError(error.message);
    throw error;
  }
}

async function startForProfile({
  faults,
  data,
  isSteered,
  parts = [],
}: SystemChoice): Promise<OwnReference & Pick<RunningReference, 'close'>> {
  const start = {
    faults,
    parts,
    ...(isSteered === undefined ? {} : { isSteered }),
    ...(data === undefined ? {} : { data }),
  };
  let reference = await startReference(start);
  tellLackingParts(parts, reference);
  const { fhir, ui, cdsHooks, tokenEndpoint, password, imaging } = reference;
  process.env.GENREP_REFERENCE_FHIR = fhir;
  process.env.GENREP_REFERENCE_UI = ui;
  process.env.GENREP_REFERENCE_CDS_HOOKS = cdsHooks;
  process.env.GENREP_REFERENCE_TOKEN_ENDPOINT = tokenEndpoint;
  process.env.GENREP_REFERENCE_PASSWORD = password;
  process.env.GENREP_REFERENCE_DICOM = imaging?.dicom ?? '';
  process.env.GENREP_REFERENCE_DICOM_WEB = imaging?.dicomWeb ?? '';
  return {
    steer: (what) => reference.steer(what),
    async failOver() {
      await reference.kill();
      reference = await startReference({ ...start, port: Number(new URL(fhir).port), password });
    },
    close: () => reference.close(),
  };
}

import { createServer } from 'node:http';
import process from 'node:process';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import { registerCdsHooks } from './decision-support/service.ts';
import { registerDirectory } from './directory.ts';
import { astrayClock } from './faults/at/clock.ts';
import { astraySessions } from './faults/at/sessions.ts';
import { parseFaults, type SwitchableFaults } from './faults/faults.ts';
import { openEnvironment } from './fhir/open-environment.ts';
import { registerFhir } from './fhir/routes.ts';
import { DICOM_WEB, registerDicomWeb } from './imaging/dicom-web.ts';
import { findOrthanc, type Orthanc, OrthancMissing, startOrthanc } from './imaging/orthanc.ts';
import { registerLiveUpdates } from './live/routes.ts';
import { loadUnits, storeOrganisation } from './organisation.ts';
import { Outages } from './outages.ts';
import { registerSavedState } from './saved-state.ts';
import { OIDC_PATH } from './sign-in/provider.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { registerWebClient } from './web-client.ts';
import { registerWords } from './word-list.ts';
import { readWords } from './words.ts';
import { startWorkflows } from './workflows/index.ts';

/** Parts that are not there unless they are asked for, since they need more of the machine. */
export const PARTS = ['imaging'] as const;
export type Part = (typeof PARTS)[number];

export interface ReferenceOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Folder of the database; a temporary one without. */
  readonly data?: string;
  /** NAME or NAME=1/n */
  readonly faults: readonly string[];
  /** A line is added to this file whenever a fault strikes. */
  readonly struck?: string;
  /** Whether it can be made to go wrong while it works. */
  readonly isSteered?: boolean;
  /** What is started beside the record. */
  readonly with?: readonly Part[];
  /** Files of what can be ordered, prescribed and recorded. */
  readonly words: readonly string[];
  /** Of all accounts; made up without. */
  readonly password?: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told of what went wrong where nobody waits for an answer. */
  readonly report: (problem: unknown) => void;
  readonly version: string;
}

/** Where a running environment is to be reached, and how to sign in. */
export interface Listening {
  readonly fhir: string;
  readonly ui: string;
  /** Where CDS Hooks answers: the address of `/cds-services`. */
  readonly cdsHooks: string;
  /** Where monitors and pumps send, as HL7 v2.6 (IHE PCD-01, PCD-04): 'mllp://127.0.0.1:41234'. */
  readonly devices: string;
  readonly tokenEndpoint: string;
  readonly password: string;
  /** Where modalities send their pictures, and where they are seen; absent without an archive. */
  readonly imaging?: { readonly dicom: string; readonly dicomWeb: string };
}

export interface RunningReference extends Listening {
  readonly steering: Steering;
  close(): Promise<void>;
}

/** How it is made to go wrong while it works. */
export interface Steering {
  readonly faults: SwitchableFaults;
  readonly outages: Outages;
}

/** Nothing of the environment can be reached from another machine. */
const HOST = '127.0.0.1';
const LARGEST_BODY = 20 * 1024 * 1024;
/**
 * An idle connection outlasts the pauses of a run. One that closes just as a client sends on it is a write of which nobody
 * knows whether it was done, and the environment is to do nothing wrong that it was not told to.
 */
const KEEP_ALIVE = 10 * 60 * 1_000;

/** Starts the whole reference environment: store, FHIR, sign-in, workflows, live updates and web client. */
export async function startReference(options: ReferenceOptions): Promise<RunningReference> {
  const closers: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await start(options, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whatever is started says how it is closed; the last started is closed first. */
async function start(
  options: ReferenceOptions,
  onClose: (closer: () => unknown) => void,
): Promise<Listening & { readonly steering: Steering }> {
  const { report, version } = options;
  const faults = parseFaults(options.faults, {
    now: options.now,
    isSwitchable: options.isSteered === true,
    ...(options.struck === undefined ? {} : { record: options.struck }),
  });
  const now = astrayClock(options.now, faults);
  const words = readWords(options.words);
  const units = loadUnits();
  const {
    environment,
    savedState,
    close: closeStore,
  } = await openEnvironment({ data: options.data, units, faults, now });
  onClose(closeStore);
  const { store } = environment;
  await storeOrganisation(units, store);
  const orthanc = options.with?.includes('imaging') === true ? await openArchive(report) : undefined;
  if (orthanc !== undefined) onClose(() => orthanc.close());
  const workflows = await startWorkflows({
    ...{ store, faults, words, units, now, report },
    ...(orthanc === undefined ? {} : { orthanc }),
    openings: environment.openings,
  });
  onClose(() => workflows.close());
  environment.workflows = workflows.workflows;

  const signIn = createSignIn({
    units,
    authority: environment.authority,
    store,
    password: options.password,
    now: options.now,
  });
  const outages = new Outages((isCut) => workflows.cutLaboratory(isCut));
  const app = fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    serverFactory: (handle) =>
      createServer({ keepAliveTimeout: KEEP_ALIVE }, (request, response) => {
        if (!outages.take(request, response) && !signIn.answer(request, response)) handle(request, response);
      }),
  });
  onClose(() => app.close());
  const sessions = astraySessions(signIn.sessions, faults, environment.unitKindOf);
  await app.register(formbody);
  registerFhir(app, { environment, sessions, software: { name: 'Genrep referensmiljö', version } });
  if (orthanc !== undefined) registerDicomWeb(app, { environment, sessions, orthanc });
  registerLiveUpdates(app, environment, sessions);
  signIn.register(app);
  registerDirectory(app, units, store);
  registerWords(app, words);
  registerCdsHooks(app, workflows.cdsServices);
  registerSavedState(app, savedState);
  await registerWebClient(app, faults);

  const origin = await app.listen({ host: HOST, port: options.port });
  environment.baseUrl = `${origin}/fhir`;
  signIn.open(origin);
  return {
    fhir: environment.baseUrl,
    ui: origin,
    cdsHooks: `${origin}/cds-services`,
    devices: `mllp://${HOST}:${workflows.devicePort}`,
    tokenEndpoint: `${origin}${OIDC_PATH}/token`,
    password: signIn.password,
    ...(orthanc === undefined
      ? {}
      : { imaging: { dicom: orthanc.dicom, dicomWeb: `${origin}${DICOM_WEB}` } }),
    steering: { faults, outages },
  };
}

/** The archive, where Orthanc is on the machine; else it is told what is lacking, and there is none. */
async function openArchive(report: ReferenceOptions['report']): Promise<Orthanc | undefined> {
  try {
    return await startOrthanc(findOrthanc(process.env), report);
  } catch (error) {
    if (!(error instanceof OrthancMissing)) throw error;
    report(error);
    return undefined;
  }
}

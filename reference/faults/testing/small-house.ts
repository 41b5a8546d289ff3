import type { AuditEvent, Patient, Resource, ServiceRequest } from '@medplum/fhirtypes';
import fastify from 'fastify';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Role } from '../../../domain/role.ts';
import { loadAuthority } from '../../authority/authority.ts';
import { Openings } from '../../authority/openings.ts';
import { connectDecisionSupport } from '../../decision-support/client.ts';
import { startDecisionSupport } from '../../decision-support/service.ts';
import { loadCatalogue } from '../../fhir/catalogue.ts';
import type { Environment } from '../../fhir/environment.ts';
import { registerFhir } from '../../fhir/routes.ts';
import { systemStore } from '../../fhir/system-store.ts';
import type { AnswerContent } from '../../laboratory/hl7/answer.ts';
import type { Courier } from '../../laboratory/hl7/deliver.ts';
import type { Receiver } from '../../laboratory/hl7/listen.ts';
import type { Route } from '../../laboratory/hl7/message.ts';
import { createAnswerSender } from '../../laboratory/send-answers.ts';
import { takeOrders } from '../../laboratory/take-orders.ts';
import { createWorklist } from '../../laboratory/worklist.ts';
import { LiveUpdates } from '../../live/live-updates.ts';
import { loadUnits, storeOrganisation } from '../../organisation.ts';
import { AuditLog } from '../../store/audit-log.ts';
import { openDatabase } from '../../store/database.ts';
import { ResourceStore } from '../../store/resource-store.ts';
import { WriteGate } from '../../store/write-gate.ts';
import { WORDS } from '../../testing/words.ts';
import type { ReferenceWorkflow, SignedIn } from '../../workflow.ts';
import { bedAssignment } from '../../workflows/bed-assignment.ts';
import { consentEnforcement } from '../../workflows/consent-enforcement.ts';
import { decisionSupport } from '../../workflows/decision-support.ts';
import { earlyWarning } from '../../workflows/early-warning.ts';
import { identityShielding } from '../../workflows/identity-shielding.ts';
import { createDeadLetters } from '../../workflows/laboratory/dead-letters.ts';
import { isSignedLaboratoryOrder } from '../../workflows/laboratory/order-message.ts';
import { createOrderSender } from '../../workflows/laboratory/send-orders.ts';
import { takeAnswers } from '../../workflows/laboratory/take-answers.ts';
import { messageDelivery } from '../../workflows/message-delivery.ts';
import { mistakes } from '../../workflows/mistakes.ts';
import { patientAccess } from '../../workflows/patient-access.ts';
import { roleViews } from '../../workflows/role-views.ts';
import { createUnitDirectory } from '../../workflows/unit-directory.ts';
import { astrayAuthority } from '../at/authority.ts';
import { astrayClock } from '../at/clock.ts';
import { astraySessions } from '../at/sessions.ts';
import { parseFaults } from '../faults.ts';

/** An answer of the FHIR interface. */
export interface Answered {
  readonly status: number;
  /** Nothing where nothing came. */
  readonly body: (Resource & { readonly id: string }) | undefined;
}

/** Somebody at work by FHIR. */
export interface Worker {
  readonly userName: string;
  get(path: string): Promise<Answered>;
  /** What a search finds. */
  find<T extends Resource>(query: string): Promise<T[]>;
  post(resource: Resource, headers?: Record<string, string>): Promise<Answered>;
  put(resource: Resource, headers?: Record<string, string>): Promise<Answered>;
  /** What was written, with its id. */
  create<T extends Resource>(resource: T): Promise<T & { readonly id: string }>;
}

/** The environment with its real parts and no socket between them, so that one can be had for every fault. */
export interface SmallHouse {
  staff(role: Role | 'registry' | 'migration', unit?: string, through?: 'page' | 'api'): Worker;
  patient(patient: Patient, through?: 'page' | 'api'): Worker;
  newPatient(change?: Partial<Patient>): Promise<Patient & { readonly id: string }>;
  /** Resolves when the laboratory has had every order. */
  ordersArrive(): Promise<unknown>;
  /** What the laboratory answers goes out and is taken in. */
  answers(order: ServiceRequest, content: AnswerContent, by?: string): Promise<void>;
  /** As it stands in the store, whoever may see it. */
  stored<T extends Resource>(query: string): Promise<T[]>;
  /** What is logged of somebody at work here. */
  logged(worker: Worker): Promise<AuditEvent[]>;
  /** Lets time pass: milliseconds. */
  pass(milliseconds: number): Promise<void>;
  now(): number;
  close(): Promise<void>;
}

const ROUTE: Route = {
  from: { application: 'HERE', facility: '' },
  to: { application: 'THERE', facility: '' },
};

/** Delivers to a receiver in the same process. */
const courierTo = (receiver: Receiver): Courier => ({
  async deliver(message) {
    const acknowledgement = await receiver.take(message);
    return acknowledgement.getAckType() === 'AA'
      ? { outcome: 'accepted' }
      : { outcome: 'rejected', reason: acknowledgement.toString() };
  },
  close: async () => undefined,
});

/** What the houses of one test file share: the slow parts. */
export async function foundSmallHouses(): Promise<{
  open(...specifications: readonly string[]): Promise<SmallHouse>;
  close(): Promise<void>;
}> {
  const catalogue = await loadCatalogue();
  const units = loadUnits();
  const kinds = new Map(units.map(({ key, kind }) => [key, kind]));
  const unitKindOf = ({ unit }: SignedIn): string | undefined => kinds.get(unit ?? '');
  const services = await startDecisionSupport({
    words: WORDS,
    faults: parseFaults([]),
    now: Date.now,
  });
  const advisor = await connectDecisionSupport(services.address);
  const connections = openDatabase();
  ResourceStore.prepareParameters(connections.writing, catalogue);
  let people = 0;
  let houses = 0;

  async function open(...specifications: readonly string[]): Promise<SmallHouse> {
    houses += 1;
    const number = houses;
    let passed = 0;
    const trueNow = (): number => Date.now() + passed;
    const openedAt = Date.now();
    const later: { readonly at: number; readonly work: () => void | Promise<void> }[] = [];
    const faults = {
      ...parseFaults(specifications, { now: trueNow }),
      later(seconds: number, work: () => void | Promise<void>) {
        later.push({ at: trueNow() + seconds * 1_000, work });
      },
    };
    const now = astrayClock(trueNow, faults);
    const writing = new ResourceStore(connections.writing, catalogue);
    const gate = new WriteGate();
    const audit = new AuditLog(writing, gate, { faults, unitKindOf });
    const environment: Environment = {
      catalogue,
      authority: astrayAuthority(loadAuthority(units), faults, unitKindOf),
      committed: new ResourceStore(connections.reading, catalogue),
      openings: new Openings(now),
      writing,
      gate,
      audit,
      live: new LiveUpdates(faults),
      workflows: [],
      get store() {
        return store;
      },
      baseUrl: 'http://127.0.0.1/fhir',
      faults,
      unitKindOf,
      now,
    };
    const store = systemStore(environment);
    await storeOrganisation(units, store);
    const directory = createUnitDirectory(units, store);
    const deadLetters = createDeadLetters(store, async () => 'Organization/sas-lab', now);
    const report = (problem: unknown): void => {
      problems.push(problem);
    };
    const problems: unknown[] = [];
    const worklist = createWorklist();
    const orders = createOrderSender({
      store,
      courier: courierTo(takeOrders(worklist, now)),
      route: ROUTE,
      deadLetters,
      faults,
      words: WORDS,
      now,
      report,
    });
    const laboratory: ReferenceWorkflow = {
      name: 'laboratory-routing',
      async afterWrite({ interaction, resource }) {
        if (interaction !== 'create' || resource.resourceType !== 'ServiceRequest') return;
        if (isSignedLaboratoryOrder(resource)) orders.send(resource);
      },
    };
    const outbox = createAnswerSender({
      courier: courierTo(takeAnswers({ store, deadLetters, words: WORDS, now })),
      route: ROUTE,
      faults,
      words: WORDS,
      now,
      pause: async () => undefined,
      report,
    });
    environment.workflows = [
      mistakes(),
      bedAssignment(now),
      earlyWarning({ decisionSupport: advisor, units: directory, faults, now }),
      decisionSupport({ decisionSupport: advisor, faults, now }),
      laboratory,
      consentEnforcement(faults),
      messageDelivery(now),
      patientAccess(),
      roleViews(),
      await identityShielding(faults, store),
    ];

    const signedIn = new Map<string, SignedIn>();
    const app = fastify();
    registerFhir(app, {
      environment,
      sessions: astraySessions(async (token) => signedIn.get(token), faults, unitKindOf),
      software: { name: 'test', version: '0' },
    });

    function worker(person: SignedIn, through: 'page' | 'api'): Worker {
      signedIn.set(person.userName, person);
      const send = async (
        method: 'GET' | 'POST' | 'PUT',
        path: string,
        body?: object,
        headers: Record<string, string> = {},
      ): Promise<Answered> => {
        const answer = await app.inject({
          method,
          url: `/fhir/${path}`,
          headers: {
            authorization: `Bearer ${person.userName}`,
            'content-type': 'application/fhir+json',
            ...(through === 'page' ? { 'sec-fetch-site': 'same-origin' } : {}),
            ...headers,
          },
          ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        });
        return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
      };
      const post: Worker['post'] = (resource, headers) =>
        send('POST', resource.resourceType, resource, headers);
      return {
        userName: person.userName,
        get: (path) => send('GET', path),
        post,
        put: (resource, headers) => send('PUT', `${resource.resourceType}/${resource.id}`, resource, headers),
        async find<T extends Resource>(query: string) {
          const { status, body } = await send('GET', query);
          if (body?.resourceType !== 'Bundle') throw new Error(`${query}: ${status} ${JSON.stringify(body)}`);
          return (body.entry ?? []).flatMap(({ resource }) =>
            resource === undefined ? [] : [resource as T],
          );
        },
        async create<T extends Resource>(resource: T) {
          const { status, body } = await post(resource);
          if (status !== 201 || body?.resourceType !== resource.resourceType)
            throw new Error(`POST ${resource.resourceType}: ${status} ${JSON.stringify(body)}`);
          return body as T & { readonly id: string };
        },
      };
    }

    const house: SmallHouse = {
      staff: (role, unit, through = 'api') =>
        worker(
          {
            userName: `${role}.${unit ?? ''}.${number}`,
            role,
            display: `${role} ${unit ?? ''}`.trim(),
            ...(unit === undefined ? {} : { unit, hsaId: `SE0000000000-${unit}-${role}` }),
          },
          through,
        ),
      patient: ({ id }, through = 'api') =>
        worker(
          { userName: `${id}`, role: 'patient', display: 'Patienten', patient: `Patient/${id}` },
          through,
        ),
      async newPatient(change = {}) {
        people += 1;
        return house.staff('registry').create<Patient>({
          resourceType: 'Patient',
          identifier: [{ system: SYSTEMS.regionalReserveNumber, value: `test-number-${people}` }],
          name: [{ given: ['Åsa'], family: 'Provsjö' }],
          birthDate: '1950-03-04',
          gender: 'female',
          ...change,
        });
      },
      ordersArrive: () => orders.idle(),
      async answers({ id }, content, by = 'a') {
        await orders.idle();
        const order = worklist.find(id ?? '')?.order;
        if (order === undefined) throw new Error(`The laboratory has no order ${id}.`);
        people += 1;
        await outbox.send({
          number: `answer-${people}`,
          orderNumber: order.number,
          patient: order.patient,
          test: order.test,
          content,
          validatedAt: new Date(now()).toISOString(),
          validatedBy: { hsaId: by, name: by },
          token: '',
        });
      },
      stored: (query) => store.search(query),
      async logged({ userName }) {
        audit.flush();
        const since = new Date(openedAt).toISOString();
        const events = await store.search<AuditEvent>(`AuditEvent?date=ge${since}`);
        return events.filter(({ agent }) => agent.some(({ altId }) => altId === userName));
      },
      async pass(milliseconds) {
        passed += milliseconds;
        const due = later.filter(({ at }) => at <= trueNow());
        for (const one of due) {
          later.splice(later.indexOf(one), 1);
          await one.work();
        }
      },
      now: trueNow,
      async close() {
        await orders.idle();
        await outbox.close();
        faults.close();
        audit.flush();
        await app.close();
      },
    };
    return house;
  }

  return {
    open,
    async close() {
      await advisor.close();
      await services.close();
      connections.close();
    },
  };
}

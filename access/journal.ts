import type { Account } from '../systems/driver/account.ts';
import type { AccessAnswer, AccessDoor, AccessRequest } from '../systems/open-access.ts';

/** What was done with a record, as FHIR's audit log has it: made, read, changed, or asked for. */
export type Deed = 'C' | 'R' | 'U' | 'E';

/** Something that Genrep did with a patient's record, and the system answered. */
export interface Done {
  readonly account: Account;
  readonly deed: Deed;
  /** 'Observation/17' of one thing, 'Observation' of a search or of what was refused before it had a name. */
  readonly what: string;
  /** 'Patient/17', where the request or what came of it names one. */
  readonly patient?: string;
  readonly refused: boolean;
  /** Epoch milliseconds of Genrep's clock. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** The door with a memory of all that goes through it. */
export interface JournaledDoor extends AccessDoor {
  readonly done: readonly Done[];
  readonly requests: () => number;
}

export function journaled(door: AccessDoor): JournaledDoor {
  const done: Done[] = [];
  let requests = 0;
  return {
    ...door,
    done,
    requests: () => requests,
    async send(account, request) {
      requests += 1;
      const answer = await door.send(account, request);
      if (account !== undefined) done.push(...deedsOf(account, request, answer));
      return answer;
    },
  };
}

/** What one request must have left in the log; what a server does to answer it beside that is not told from here. */
function deedsOf(account: Account, request: AccessRequest, answer: AccessAnswer): Done[] {
  const { status, sentAt, answeredAt } = answer;
  // An answer of 401 or of an error says nothing of who asked; a request that was not understood was no access.
  if (status === 401 || status === 400 || status === 405 || status >= 500) return [];
  const refused = status >= 400;
  const about = { account, refused, sentAt, answeredAt };
  const [path = '', query = ''] = request.address.split('?');
  const [type = '', id, operation] = path.split('/');
  if (type === 'metadata' || type === 'AuditEvent' || type === 'Organization') return [];
  const named = /Patient(?:\/|%2F)[A-Za-z0-9.-]+/.exec(query)?.[0].replace('%2F', '/');
  const ofPatient = named === undefined ? {} : { patient: named };
  if (request.method === 'POST' && operation === undefined) {
    const patient = patientIn(request.body);
    const whose = patient === undefined || refused ? {} : { patient };
    return [{ ...about, deed: 'C', what: answer.made ?? type, ...whose }];
  }
  const what = id === undefined ? type : `${type}/${id}`;
  const own = type === 'Patient' && !refused ? { patient: what } : {};
  if (request.method === 'PUT') return [{ ...about, deed: 'U', what, ...own }];
  if (operation?.startsWith('$') === true) {
    if (refused) return [{ ...about, deed: type === 'Patient' && request.method === 'GET' ? 'R' : 'E', what }];
    return [{ ...about, deed: 'E', what, ...own }];
  }
  if (id !== undefined) return [{ ...about, deed: 'R', what, ...own }];
  return [{ ...about, deed: 'E', what, ...ofPatient }];
}

const patientIn = (body: object | undefined): string | undefined => {
  const { subject, patient } = (body ?? {}) as Readonly<Record<'subject' | 'patient', { reference?: string }>>;
  return subject?.reference ?? patient?.reference;
};

import type { Account } from '../systems/driver/account.ts';
import type { AccessAnswer, AccessDoor, AccessRequest } from '../systems/open-access.ts';

/** What was done with a record, as FHIR's audit log has it: made, read, changed, or asked for. */
type Deed = 'C' | 'R' | 'U' | 'E';

/** Something that Genrep did with a patient's record, and the system answered. */
export interface Done {
  readonly account: Account;
  /** What the log may call it; one is enough. */
  readonly deeds: readonly Deed[];
  /** 'Observation/17' of one thing, 'Observation' of a search or of what was refused before it had a name. */
  readonly what: string;
  /** The kind that came along with a search, of which it may be said instead that it was refused. */
  readonly along?: string;
  /** 'Patient/17' whom it was about, as far as is known. */
  readonly whose?: string;
  /** The same where the log must name the person: what was shown or made is about them, or they were asked for. */
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
  const remembering =
    (send: AccessDoor['send']): AccessDoor['send'] =>
    async (account, request) => {
      requests += 1;
      const answer = await send(account, request);
      if (account !== undefined) done.push(...deedsOf(account, request, answer));
      return answer;
    };
  return {
    ...door,
    done,
    requests: () => requests,
    send: remembering(door.send),
    narrowed(scope) {
      const narrowed = door.narrowed(scope);
      return narrowed && { ...narrowed, send: remembering(narrowed.send) };
    },
  };
}

/** What one request must have left in the log; what a server does to answer it beside that is not told from here. */
function deedsOf(account: Account, request: AccessRequest, answer: AccessAnswer): Done[] {
  const { status, sentAt, answeredAt } = answer;
  // An answer of 401 or of an error says nothing of who asked; a request that was not understood was no access.
  if ([400, 401, 405].includes(status) || status >= 500) return [];
  const refused = status >= 400;
  const [path = '', query = ''] = request.address.split('?');
  const [type = '', id, operation] = path.split('/');
  if (type === 'metadata') return [];
  const own = type === 'Patient' && id !== undefined ? `Patient/${id}` : undefined;
  const whose = request.about ?? own ?? patientIn(request.body) ?? patientNamedIn(query);
  const of = (deeds: readonly Deed[], what: string, patient: string | undefined): Done[] => [
    {
      ...{ account, deeds, what, refused, sentAt, answeredAt },
      ...(whose === undefined ? {} : { whose }),
      ...(patient === undefined || refused ? {} : { patient }),
    },
  ];
  const name = id === undefined ? type : `${type}/${id}`;
  if (request.method === 'PUT') return of(['U'], name, whose);
  if (operation?.startsWith('$') === true) return of(refused ? ['R', 'E'] : ['E'], name, whose);
  if (request.method === 'POST') return of(['C'], answer.made ?? type, whose);
  // A search concerns whom it names; whom else it found, only its answer tells.
  if (id !== undefined) return of(['R'], name, whose);
  const along = /_revinclude=([A-Za-z]+)/.exec(query)?.[1];
  const extra = along === undefined || !refused ? {} : { along };
  return of(['E'], type, patientNamedIn(query)).map((deed) => ({ ...deed, ...extra }));
}

const patientNamedIn = (query: string): string | undefined =>
  /Patient(?:\/|%2F)[A-Za-z0-9.-]+/.exec(query)?.[0].replace('%2F', '/');

const patientIn = (body: object | undefined): string | undefined => {
  const { subject, patient } = (body ?? {}) as Readonly<
    Record<'subject' | 'patient', { reference?: string }>
  >;
  return subject?.reference ?? patient?.reference;
};

import type { AuditEvent, Bundle } from '@medplum/fhirtypes';
import type { Account } from '../systems/driver/account.ts';
import type { AccessDoor } from '../systems/open-access.ts';
import { isAuditEvent } from './audit.ts';
import { resourcesIn } from './resources.ts';
import { toldBy } from './world.ts';

/** The system has no log that can be read here. */
export class NoLog extends Error {}

/** More pages than this is a server that turns in circles. */
const MOST_PAGES = 1_000;

/** All that the log says of what some filter finds, read page by page as somebody who may. */
export async function readLog(door: AccessDoor, reader: Account, filter: string): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  let address: string | undefined = `AuditEvent?${filter}&_count=1000`;
  for (let page = 0; address !== undefined && page < MOST_PAGES; page += 1) {
    const answer = await door.send(reader, { method: 'GET', address });
    if (answer.status !== 200) throw new NoLog(`Loggen går inte att läsa (${toldBy(answer)}).`);
    events.push(...resourcesIn(answer.body).filter(isAuditEvent));
    address = nextOf(answer.body as Bundle);
  }
  return events;
}

function nextOf({ link = [] }: Bundle): string | undefined {
  const url = link.find(({ relation }) => relation === 'next')?.url;
  return url?.startsWith('?') === true ? `AuditEvent${url}` : url;
}

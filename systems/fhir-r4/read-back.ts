import type { Resource, ResourceType } from '@medplum/fhirtypes';
import { SystemError } from '../care-system.ts';
import { Refused } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import type { Reader } from './client.ts';
import { carries, holdsChange, isLike, isMarked, isOwn } from './own-write.ts';

type Finder = Pick<Reader, 'find'>;

/** What was written; `closed` when who may write it may not read it. */
export async function readBack(
  reader: Finder,
  type: ResourceType,
  reference: string,
): Promise<Resource | 'closed' | undefined> {
  try {
    return await reader.find(type, reference);
  } catch (error) {
    if (error instanceof Refused) return 'closed';
    throw error;
  }
}

/** What was said to be made must be there. */
export async function mustBeThere(
  reader: Finder,
  type: ResourceType,
  reference: string,
  token: string,
): Promise<void> {
  const doing = `När ${nounOf(type)} skulle sparas`;
  const found = await readBack(reader, type, reference);
  if (found === 'closed') return;
  if (found === undefined) {
    throw new SystemError('wrong-answer', `${doing} svarade systemet ja, men ${reference} finns inte.`);
  }
  if (isMarked(found) && !carries(found, token)) throw notTheOne(doing, reference);
}

/** What was said to be there already must be what was sent. */
export async function mustBeOwn(
  reader: Finder,
  reference: string,
  sent: Resource,
  token: string,
): Promise<void> {
  const type = sent.resourceType;
  const found = await reader.find(type, reference);
  if (found !== undefined && (isOwn(found, sent, token) || isLike(found, sent))) return;
  throw notTheOne(`När ${nounOf(type)} skulle sparas`, reference);
}

/** Reads back what was said to be changed. */
export async function mustStand(
  reader: Finder,
  type: ResourceType,
  reference: string,
  token: string,
  { before, sent }: Change,
): Promise<void> {
  const found = await readBack(reader, type, reference);
  if (found === 'closed') return;
  if (
    found !== undefined &&
    holdsChange(found, before, sent) &&
    (carries(found, token) || !isMarked(found))
  ) {
    return;
  }
  throw new SystemError(
    'wrong-answer',
    `När ${nounOf(type)} skulle ändras svarade systemet ja, men ändringen står inte i ${reference}.`,
  );
}

/** What something was, and what it was to become. */
export interface Change {
  readonly before: Resource;
  readonly sent: Resource;
}

export const notTheOne = (doing: string, reference: string): SystemError =>
  new SystemError(
    'wrong-answer',
    `${doing} svarade systemet att ${reference} redan finns, men det är något annat än det som skulle sparas. Inget är sparat.`,
  );

import type { Resource, ResourceType } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { SystemError } from '../care-system.ts';
import { Refused, Unsettled } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { resourceIn } from './answer.ts';
import { lowestOf } from './lowest.ts';
import { isLike, isOwn } from './own-write.ts';
import { FhirReader } from './read.ts';
import { type Query, queryOf } from './url.ts';

/** Reads, and finds again what one wrote oneself. */
export class FhirSeeker extends FhirReader {
  /**
   * What one's own write made: what carries its token, whatever else the server answers with, or where it keeps no
   * marks, the only one that says all that was sent.
   */
  protected async lookUp(sent: Resource, token: string): Promise<string | undefined> {
    const marked = await this.lookByToken(sent, token);
    if (marked !== undefined) return marked;
    const chart = await this.chart(sent.resourceType);
    const own = chart.filter((found) => isOwn(found, sent, token));
    const like = chart.filter((found) => isLike(found, sent));
    return lowestOf(own.length > 0 || like.length !== 1 ? own : like);
  }

  protected async lookByToken(sent: Resource, token: string): Promise<string | undefined> {
    const type = sent.resourceType;
    const answer = await this.exchange(this.account, {
      method: 'GET',
      address: `${type}?${queryOf(byToken(token))}`,
      name: `GET ${type}?_tag`,
    });
    const bundle = resourceIn(answer, `När ${nounOf(type)} skulle letas upp`);
    const found = bundle.resourceType === 'Bundle' ? (bundle.entry ?? []) : [];
    return lowestOf(
      found.flatMap(({ resource }) =>
        resource !== undefined && isOwn(resource, sent, token) ? [resource] : [],
      ),
    );
  }

  /** All of a type that is about the patient; nothing where that cannot be looked through. */
  protected async chart(type: ResourceType): Promise<readonly Resource[]> {
    if (this.patient === undefined) return [];
    try {
      return (await this.search(type, { patient: this.patient })).seen;
    } catch (error) {
      if (error instanceof Refused || error instanceof SystemError) return [];
      throw error;
    }
  }
}

export const byToken = (token: string): Query => ({ _tag: `${SYSTEMS.token}|${token}` });

/** When a write went wrong because no answer came: what it left, if it is there. Anything else that went wrong is thrown on. */
export async function foundAfterSilence(
  error: unknown,
  doubt: string,
  lookUp: () => Promise<string | undefined>,
): Promise<string> {
  if (!(error instanceof SystemError) || error.kind !== 'timeout') throw error;
  const found = await lookUp().catch((cause: unknown) => {
    if (!(cause instanceof SystemError) && !(cause instanceof Refused)) throw cause;
    throw new Unsettled(`${doubt}: ${error.message} Att leta efter det gick inte heller: ${cause.message}`, {
      cause,
    });
  });
  if (found !== undefined) return found;
  throw new Unsettled(`${doubt}: ${error.message} Det finns inte i systemet än, men kan komma.`, {
    cause: error,
  });
}

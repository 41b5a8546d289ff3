import type { ExtractResource, ResourceType } from '@medplum/fhirtypes';
import { Refused, Unsettled } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { accepted, somebodyWasFirst } from './answer.ts';
import type { FhirClient } from './client.ts';
import { copyOf } from './copy.ts';
import { FhirMaker, notAgain } from './create.ts';
import { foundAfterSilence } from './look-up.ts';
import { carries, tagged } from './own-write.ts';
import { type Change, mustStand } from './read-back.ts';
import type { TransportResponse } from './transport.ts';
import { type Query, queryOf } from './url.ts';

/** Writes as well as reads. */
export class FhirWriter extends FhirMaker implements FhirClient {
  async update<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void> {
    try {
      let put = await this.#putOnce(type, reference, token, change);
      if (put !== undefined && somebodyWasFirst(put.response)) {
        put = await this.#putOnce(type, reference, token, change);
      }
      if (put === undefined) return;
      const doing = `När ${nounOf(type)} skulle ändras`;
      if (somebodyWasFirst(put.response) && put.response.text().trim() === '') {
        throw new Refused(`${doing} hade någon annan ändrat först, två gånger i rad.`, 'conflict');
      }
      accepted(put.response, doing);
      if (this.#takesItsWord(put)) return;
      this.writing.acknowledged?.();
      await mustStand(this, type, reference, token, put);
    } catch (error) {
      await foundAfterSilence(error, `Det går inte att veta om ${nounOf(type)} ändrades`, async () => {
        const current = await this.find(type, reference);
        return current !== undefined && carries(current, token) ? reference : undefined;
      });
    }
  }

  async remove(reference: string): Promise<void> {
    const [type] = reference.split('/');
    const response = await this.exchange(this.account, {
      method: 'DELETE',
      address: reference,
      name: `DELETE ${type}/:id`,
    });
    if (response.status === 404 || response.status === 410) return;
    accepted(response, `När ${reference} skulle tas bort`);
  }

  async operate(reference: string, operation: string, query: Query): Promise<void> {
    if (this.writing.resending !== undefined) {
      throw new Unsettled(
        `Körningen bröts medan ${operation} utfördes, och det lämnar inget spår att leta efter.`,
      );
    }
    const [type] = reference.split('/');
    const response = await this.exchange(this.account, {
      method: 'POST',
      address: `${reference}/$${operation}?${queryOf(query)}`,
      name: `POST ${type}/:id/$${operation}`,
    });
    accepted(response, `När ${operation} på ${reference} skulle utföras`);
  }

  async #putOnce<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<Put | undefined> {
    const { resending } = this.writing;
    const current = await this.findVersion(type, reference);
    if (current === undefined) throw new Refused(`${reference} finns inte i systemet.`, 'absence');
    const { resource: before, version } = current;
    if (resending !== undefined && carries(before, token)) return undefined;
    if (resending !== undefined && version === undefined) throw notAgain(type);
    // A change may be made on the spot, so it gets a copy.
    const sent = tagged(change(copyOf(before)), token);
    const response = await this.put(reference, sent, version);
    return { before, version, sent, response };
  }

  #takesItsWord({ version, response }: Put): boolean {
    if (this.writing.acknowledged !== undefined) return false;
    const now = response.header('etag');
    return now !== undefined && now !== version;
  }
}

/** A change that was sent. */
interface Put extends Change {
  /** Of what was changed, as the server writes it. */
  readonly version: string | undefined;
  readonly response: TransportResponse;
}

import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { SystemError } from '../../../care-system.ts';
import { fetchAll } from '../fetch.ts';
import type { Surroundings } from '../surroundings.ts';

/** Questions about somebody and something that never was. */
export async function askDecoys(at: Surroundings, types: readonly string[]): Promise<void> {
  const nobody = `genrep-decoy-${at.seed}`;
  const empty = async (address: string, sv: string, en: string): Promise<void> => {
    try {
      const { status, resources } = await fetchAll(at.exchange, at.accounts.migration, address, 'GET decoy');
      const found = status === 200 ? resources.length : 0;
      at.facts.push({
        fact: 'tried',
        probe: `decoy ${address.split('?')[0]}`,
        ...{ sv, en, about: 'decoy', expected: 'Systemet finner inget.' },
        observed: status === 200 ? `Systemet svarar med ${found} uppgifter.` : `Systemet svarar ${status}.`,
        outcome: status >= 500 ? 'unclear' : found === 0 ? 'as-it-must' : 'otherwise',
      });
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
    }
  };
  await empty(`Patient/${nobody}`, 'en person som inte finns läses', 'somebody who is not there is read');
  await empty(
    `Patient?identifier=${encodeURIComponent(`urn:genrep:decoy|${nobody}`)}`,
    'en person som inte finns söks på sitt nummer',
    'somebody who is not there is searched by number',
  );
  for (const type of types) {
    await empty(
      `${type}/${nobody}`,
      'en uppgift som inte finns läses',
      'something that is not there is read',
    );
    await empty(
      `${type}?_tag=${encodeURIComponent(`${SYSTEMS.token}|${nobody}`)}`,
      'ett märke som aldrig har skickats söks',
      'a token that was never sent is searched',
    );
  }
}

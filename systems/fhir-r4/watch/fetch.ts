import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { Account } from '../../driver/account.ts';
import type { Exchange } from '../exchange.ts';

/** All that a reader was shown at an address, page by page, as it came. */
export interface Fetched {
  readonly status: number;
  readonly resources: readonly Resource[];
  /** Why there may be more. */
  readonly doubt?: string;
}

/** More pages than this of one look is a server that turns in circles. */
const MOST_PAGES = 500;

/** Everything at an address, whatever it is about: nothing of it is believed or left out. */
export async function fetchAll(
  exchange: Exchange,
  account: Account | undefined,
  address: string,
  name: string,
): Promise<Fetched> {
  const resources: Resource[] = [];
  let next: string | undefined = address;
  for (let page = 0; next !== undefined; page += 1) {
    if (page === MOST_PAGES) return { status: 200, resources, doubt: 'Sidorna tog aldrig slut.' };
    const response = await exchange(account, { method: 'GET', address: next, name });
    if (response.status !== 200) {
      return page === 0
        ? { status: response.status, resources }
        : { status: 200, resources, doubt: `Nästa sida gick inte att hämta (${response.status}).` };
    }
    const body = response.json() as Resource;
    if (body.resourceType !== 'Bundle') return { status: 200, resources: [body] };
    const bundle: Bundle = body;
    for (const { resource } of bundle.entry ?? []) {
      if (resource !== undefined && resource.resourceType !== 'OperationOutcome') resources.push(resource);
    }
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
    if (next?.startsWith('?') === true) next = `${address.split('?')[0]}${next}`;
  }
  return { status: 200, resources };
}

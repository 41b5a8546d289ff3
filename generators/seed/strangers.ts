import { isSameOne } from './same-resource.ts';
import { type SeedClient, SeedError } from './seed-client.ts';
import { nameOf } from './seed-order.ts';

/** Answers that mean that nothing lies under an id. */
const FREE: ReadonlySet<number> = new Set([404, 410]);

/** Refuses to write people under ids that the server has somebody else under: with them goes a whole record. */
export async function requireNoStrangers(client: SeedClient, lines: readonly string[]): Promise<void> {
  const people = lines.filter((line) => nameOf(line).startsWith('Patient/'));
  await Promise.all(people.map((line) => requireNoStranger(client, line)));
}

async function requireNoStranger(client: SeedClient, line: string): Promise<void> {
  const name = nameOf(line);
  const { status, body } = await client.request('GET', name);
  if (FREE.has(status)) return;
  if (status !== 200 || typeof body !== 'object' || body === null) {
    throw new SeedError(
      `Det går inte att se om systemet redan har någon annan som ${name} (${status}), så inget skrivs dit.`,
    );
  }
  if (isSameOne(body, JSON.parse(line))) return;
  throw new SeedError(
    `Systemet har redan någon annan som ${name}, och inget skrivs i den journalen. Töm systemet, eller ladda i ett annat.`,
  );
}

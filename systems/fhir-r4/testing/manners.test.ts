import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeCareSystem } from '../../contract.ts';
import { AREAS } from '../../testing/areas.ts';
import { mannerHarness } from './manner-harness.ts';
import { startMannerServer } from './manner-server.ts';
import { MANNERS } from './manners.ts';
import { conversation } from './manners-conversation.ts';

const RUNNER = { describe, it, beforeAll, afterAll };

describe('the table of server manners', () => {
  it('has no two of one name', () => {
    expect(new Set(MANNERS.map(({ name }) => name)).size).toBe(MANNERS.length);
  });

  it.each(MANNERS)('$name shows in what is said', async (manner) => {
    const said = async (...manners: typeof MANNERS): Promise<readonly string[]> => {
      const server = await startMannerServer(manners);
      try {
        return await conversation(server.base);
      } finally {
        await server.close();
      }
    };
    const [plainly, again, mannerly] = [await said(), await said(), await said(manner)];
    expect(again).toEqual(plainly);
    expect(mannerly).not.toEqual(plainly);
  });
});

const CASES = await AREAS.contract();

describeCareSystem('a server without manners', CASES, RUNNER, () => mannerHarness([]));

for (const manner of MANNERS.filter(({ is }) => is === 'right')) {
  describeCareSystem(`a server that ${manner.does}`, CASES, RUNNER, () => mannerHarness([manner]));
}

import { expect, it } from 'vitest';
import { Lanes } from './lanes.ts';

it('lets those who wait in as others leave, first come first served', async () => {
  const lanes = new Lanes(1);
  const log: string[] = [];
  const go = async (name: string): Promise<void> => {
    await lanes.enter();
    log.push(name);
    await Promise.resolve();
    lanes.leave();
  };
  await Promise.all([go('a'), go('b'), go('c')]);
  expect(log).toEqual(['a', 'b', 'c']);
});

it('lets nobody wait for ever when it is closed', async () => {
  const lanes = new Lanes(1);
  await lanes.enter();
  const waiting = lanes.enter();
  lanes.close();
  await expect(waiting).rejects.toThrow('closed');
  await expect(lanes.enter()).rejects.toThrow('closed');
});

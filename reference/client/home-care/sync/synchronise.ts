import { Failure } from '../../fhir/errors.ts';
import type { Kept } from '../kept/database.ts';
import { changeDevice, deviceIn, rightNow } from '../kept/device.ts';
import { entriesIn, forgetOld } from '../kept/outbox.ts';
import { keepRound } from '../kept/round.ts';
import { bringRound } from './bring-round.ts';
import { sendWaiting } from './send.ts';
import { Server, SignedOut, Unreachable } from './server.ts';

/** How the device stands with the server. */
export type Contact =
  | { readonly is: 'in-touch' }
  | { readonly is: 'unreachable' }
  | { readonly is: 'signed-out' }
  /** It answers, but not so that the round can be told. */
  | { readonly is: 'broken'; readonly problem: string };

/** One tab at a time, so that nothing is on its way twice. */
const ONE_AT_A_TIME = 'genrep-home-care-sync';

/** Sends what waits, then brings the round as it is now. What was sent stays kept until it is known what came of it. */
export const synchronise = (kept: Kept): Promise<Contact> =>
  navigator.locks.request(ONE_AT_A_TIME, async (): Promise<Contact> => {
    try {
      await sendAndBring(kept);
      return { is: 'in-touch' };
    } catch (error) {
      if (error instanceof Unreachable) return { is: 'unreachable' };
      if (error instanceof SignedOut) return { is: 'signed-out' };
      if (error instanceof Failure) return { is: 'broken', problem: error.message };
      throw error;
    }
  });

async function sendAndBring(kept: Kept): Promise<void> {
  const server = new Server(kept);
  const { signIn } = await deviceIn(kept);
  const unit = signIn?.account.unit;
  if (signIn === undefined || unit === undefined) throw new SignedOut();
  await sendWaiting(kept, server, signIn.userName);
  const asOf = rightNow(await deviceIn(kept), Date.now());
  const visits = await bringRound(server, unit.hsaId, asOf);
  const unsent = new Set(
    (await entriesIn(kept)).filter(({ state }) => state !== 'stands').map(({ visit }) => visit),
  );
  await keepRound(kept, visits, unsent);
  await forgetOld(kept, asOf);
  await changeDevice(kept, { inTouchAt: asOf });
}

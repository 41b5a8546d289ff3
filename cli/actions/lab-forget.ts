import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { LabSecrets } from '../../lab/secrets.ts';
import { findRun } from '../run-folder.ts';

/** `genrep lab forget`: what was said by and of a participant can be read by nobody any more. */
export async function forgetParticipant(code: string, run: string, json: boolean): Promise<void> {
  const secrets = LabSecrets.in(findRun(run));
  if (secrets === undefined) throw new InputError(`Körningen ${run} är inget labb.`);
  if (!(await secrets.forget(code)))
    throw new InputError(`I körningen ${run} har ingen deltagare koden ${code}; kanske är den redan glömd.`);
  process.stdout.write(
    json
      ? `${JSON.stringify({ forgotten: code })}\n`
      : 'Nyckeln är borttagen: det som skrivits av och om deltagaren går inte att läsa längre. Underlaget är helt som förut.\n' +
          'Ta även bort den ur säkerhetskopior av mappen.\n',
  );
}

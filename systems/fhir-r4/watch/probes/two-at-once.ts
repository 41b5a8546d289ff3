import { localReference } from '../../url.ts';
import { drawn } from '../surroundings.ts';
import { type Probe, tried } from './probe.ts';

/** Tries of one stale version: a system that now and then does not mind it is met in one of them. */
const TRIES = 3;

/**
 * What a step changed, changed once more from the version before: whoever was first must not be overwritten. It is tried with
 * the latest change of one kind of thing, drawn among the kinds that the steps changed.
 */
export const stale: Probe = {
  id: 'stale-version',
  ready(at, { patient }, writes) {
    const latest = new Map(
      writes
        .filter(({ interaction, request }) => interaction === 'changed' && request.headers?.['if-match'])
        .map((write) => [write.what, write]),
    );
    const write = [...latest.values()][drawn(at, 'stale', patient.key).below(latest.size)];
    if (write === undefined) return undefined;
    const once = () =>
      tried(
        at,
        write.account,
        write.request,
        {
          probe: 'stale-version',
          sv: 'samma uppgift ändras en gång till från den äldre versionen, som om två hade öppnat den samtidigt',
          en: 'the same thing is changed once more from the version before, as if two had opened it at once',
          about: 'two-at-once',
          instance: write.instance,
          kind: write.kind,
          expected: 'Den som kom sist får ett klart nej.',
          reference: write.id,
        },
        ({ status }) => (status === 409 || status === 412 ? true : status < 300 ? false : undefined),
      );
    return async () => {
      let last = await once();
      for (let n = 1; n < TRIES && last.outcome === 'as-it-must'; n += 1) last = await once();
      return last;
    };
  },
};

/** What a step made, sent once more as after a lost answer: it must not be made twice. */
export const resent: Probe = {
  id: 'sent-twice',
  ready(at, _person, writes) {
    const write = writes.findLast(
      ({ interaction, request, passedOn }) =>
        interaction === 'made' && passedOn === undefined && request.headers?.['if-none-exist'] !== undefined,
    );
    if (write === undefined) return undefined;
    return () =>
      tried(
        at,
        write.account,
        write.request,
        {
          probe: 'sent-twice',
          sv: 'samma sak skickas en gång till, som när ett svar har kommit bort',
          en: 'the same thing is sent once more, as when an answer was lost',
          about: 'sent-twice',
          instance: write.instance,
          kind: write.kind,
          expected: 'Systemet känner igen den och sparar den inte två gånger.',
          reference: write.id,
        },
        (response) => {
          if (response.status === 409 || response.status === 412) return true;
          if (response.status >= 300) return undefined;
          const location = response.header('location');
          return response.status === 200 || (location !== undefined && localReference(location) === write.id);
        },
      );
  },
};

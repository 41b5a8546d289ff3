import { localReference } from '../../url.ts';
import { type Probe, tried } from './probe.ts';

/** What a step changed, changed once more from the version before: whoever was first must not be overwritten. */
export const stale: Probe = {
  id: 'stale-version',
  ready(at, _person, writes) {
    const write = writes.findLast(
      ({ interaction, request }) => interaction === 'changed' && request.headers?.['if-match'] !== undefined,
    );
    if (write === undefined) return undefined;
    return () =>
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

import { isNo, type Probe, tried } from './probe.ts';

/** Coming in without being signed in, or with what nobody was given. */
export const strangers: readonly Probe[] = (
  [
    [
      'unsigned',
      'någon som inte är inloggad läser patienten',
      'somebody who is not signed in reads the patient',
      {},
    ],
    [
      'false-token',
      'någon läser patienten med ett påhittat inloggningsbevis',
      'somebody reads the patient with a token that nobody gave',
      { authorization: 'Bearer genrep-watch-nobody' },
    ],
  ] as const
).map(([id, sv, en, headers]) => ({
  id,
  ready(at, person, writes) {
    const [write] = writes;
    if (!at.toldApart || write === undefined) return undefined;
    return () =>
      tried(
        at,
        undefined,
        { method: 'GET', address: person.reference, name: 'GET Patient/:id', headers },
        { probe: id, sv, en, about: 'signing-in', instance: write.instance, expected: 'Systemet säger nej.' },
        isNo,
      );
  },
}));

import { NOT_REGISTRARS } from '../access.ts';
import { fetchAll } from '../fetch.ts';
import { accountOf } from '../surroundings.ts';
import { isNo, type Probe, phraseOf, tried } from './probe.ts';

/** Changing, or marking as a mistake, what somebody else has written. */
export const anothers: Probe = {
  id: 'anothers-note',
  ready(at, person, writes) {
    const write = writes.findLast(
      ({ interaction, what }) => interaction === 'made' && what === 'DocumentReference',
    );
    const other =
      write && accountOf(at, { role: write.role === 'nurse' ? 'physician' : 'nurse', unit: 'ward' }, person);
    if (write === undefined || other === undefined) return undefined;
    const mistaken = { ...write.resource, id: write.id.split('/')[1], status: 'entered-in-error' };
    return () =>
      tried(
        at,
        other,
        { method: 'PUT', address: write.id, name: `PUT ${write.what}/:id`, body: JSON.stringify(mistaken) },
        {
          probe: 'anothers-note',
          sv: 'någon försöker stryka en anteckning som en annan har skrivit',
          en: 'somebody tries to strike out a note that somebody else wrote',
          about: 'authority',
          instance: write.instance,
          kind: write.kind,
          expected: 'Systemet säger nej.',
          reference: write.id,
        },
        isNo,
      );
  },
};

/** Changing who somebody is. */
export const register: readonly Probe[] = NOT_REGISTRARS.map(([role, unit]): Probe => {
  const id = `${role}-Patient`;
  return {
    id,
    ready(at, person, writes) {
      const account = accountOf(at, { role, unit }, person);
      const [write] = writes;
      if (account === undefined || write === undefined) return undefined;
      const who = phraseOf(role, unit);
      return async () => {
        const read = await fetchAll(at.exchange, at.accounts.registry, person.reference, 'GET Patient/:id');
        const [patient] = read.resources;
        return tried(
          at,
          account,
          {
            method: 'PUT',
            address: person.reference,
            name: 'PUT Patient/:id',
            body: JSON.stringify(patient ?? { resourceType: 'Patient', id: person.reference.split('/')[1] }),
          },
          {
            probe: id,
            sv: `${who.sv} försöker ändra folkbokföringens uppgifter om patienten`,
            en: `${who.en} tries to change what the population register says of the patient`,
            about: 'authority',
            instance: write.instance,
            expected: 'Systemet säger nej.',
            reference: person.reference,
          },
          isNo,
        );
      };
    },
  };
});

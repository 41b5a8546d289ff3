import { accountOf, keepsLog } from '../surroundings.ts';
import { isNo, type Probe, phraseOf, tried } from './probe.ts';

/** Reading who has opened the record, which is for those who follow it up. */
export const log: readonly Probe[] = (
  [
    ['nurse', 'ward'],
    ['physician', 'ward'],
    ['biomedical-scientist', 'laboratory'],
    ['care-manager', 'municipality'],
    ['patient', null],
  ] as const
).map(([role, unit]) => ({
  id: `${role}-AuditEvent`,
  ready(at, person, writes) {
    const account = accountOf(at, { role, unit }, person);
    const [write] = writes;
    if (account === undefined || write === undefined || !keepsLog(at)) return undefined;
    const who = phraseOf(role, unit);
    const address = `AuditEvent?patient=${encodeURIComponent(person.reference)}&_count=5`;
    return () =>
      tried(
        at,
        account,
        { method: 'GET', address, name: 'GET AuditEvent?patient' },
        {
          probe: `${role}-AuditEvent`,
          sv: `${who.sv} försöker läsa loggen över vem som har öppnat journalen`,
          en: `${who.en} tries to read the log of who has opened the record`,
          about: 'authority',
          instance: write.instance,
          expected: 'Systemet säger nej, eller visar inget.',
        },
        (response) =>
          response.status !== 200 ? isNo(response) : response.pick('entry.0.resource.id') === undefined,
      );
  },
}));

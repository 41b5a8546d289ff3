import { describe, expect, test } from 'vitest';
import { words } from '../../care/laboratory/words.ts';
import { ROLES, UNIT_KINDS } from '../../domain/role.ts';
import { loadUnits } from '../organisation.ts';
import { FaultError, listFaults, parseFaults } from './faults.ts';

const TASK = {
  resourceType: 'Task',
  code: { coding: [{ code: 'laboratory-order' }] },
  description: 'P—Troponin T',
};
const BY_SYSTEM = { resourceType: 'Task', interaction: 'create', role: 'system' };

const passes = (specification: string, ids: readonly string[], task: object = TASK): boolean[] => {
  const faults = parseFaults([specification]);
  return ids.map((subject) => faults.pass('write', task, BY_SYSTEM, { subject })?.things.length === 0);
};
const turns = (specification: string, count: number): boolean[] =>
  passes(
    specification,
    Array.from({ length: count }, (_, index) => `o-${index}`),
  );

describe('the dose', () => {
  test('1/1 strikes every time', () => expect(turns('order-lost=1/1', 3)).toEqual([true, true, true]));

  test('1/3 strikes the first of every three', () =>
    expect(turns('order-lost=1/3', 7)).toEqual([true, false, false, true, false, false, true]));

  test('without one it is that of the catalogue', () =>
    expect(turns('order-lost', 7)).toEqual(turns('order-lost=1/3', 7)));

  test('what does not match the selector or the content takes no turn', () => {
    const faults = parseFaults(['order-lost=1/2']);
    expect(faults.pass('write', TASK, { ...BY_SYSTEM, role: 'nurse' })).toBeUndefined();
    expect(faults.pass('write', { ...TASK, description: 'P—Kaliumjon' }, BY_SYSTEM)).toBeUndefined();
    expect(faults.pass('write', TASK, {})).toBeUndefined();
    expect(faults.pass('write', TASK, BY_SYSTEM)).toEqual({ things: [] });
  });

  test('the same subject gets the same answer', () =>
    expect(passes('order-lost=1/2', ['o-1', 'o-2', 'o-1', 'o-2', 'o-1'])).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]));

  test('a fault that a workflow knows by its name is asked for by it', () => {
    const faults = parseFaults(['consent-ignored']);
    expect(faults.strikes('consent-ignored', { consent: 'permit' })).toBeUndefined();
    expect(faults.strikes('consent-ignored', { consent: 'deny' })?.name).toBe('consent-ignored');
  });

  test('nothing that is not switched on strikes', () => {
    const faults = parseFaults([]);
    expect(faults.pass('write', TASK, BY_SYSTEM)).toBeUndefined();
    expect(faults.strikes('consent-ignored', { consent: 'deny' })).toBeUndefined();
  });
});

describe('a fault that cannot be switched on', () => {
  test('an unknown name is answered with the nearest and with where all are told', () => {
    expect(() => parseFaults(['order-lsot'])).toThrow(FaultError);
    expect(() => parseFaults(['order-lsot'])).toThrow(
      /menade du "order-lost"\? Alla visas av "genrep reference --faults"/,
    );
  });

  test('a name like no other suggests nothing', () => {
    expect(() => parseFaults(['xyzzy!?#%&/'])).toThrow(
      /^Det finns inget fel "xyzzy!\?#%&\/"\. Alla visas av /,
    );
  });

  test.each(['order-lost=', 'order-lost=3', 'order-lost=1/0', 'order-lost=2/3', 'order-lost=1/1=1/2'])(
    'the dose of %s is refused',
    (specification) => {
      expect(() => parseFaults([specification])).toThrow(/ska vara 1\/n/);
    },
  );

  test('asking about a fault that is in no catalogue is a mistake of the programmer', () => {
    expect(() => parseFaults([]).strikes('order-lots', {})).toThrow(RangeError);
  });
});

describe('the catalogue', () => {
  test.each(listFaults().map((fault) => [fault.name, fault] as const))(
    '%s selects by words that exist',
    (_name, { selector }) => {
      const known: Readonly<Record<string, readonly string[]>> = {
        test: Object.keys(words.test),
        role: [...Object.keys(ROLES), 'registry', 'migration', 'system'],
        unit: loadUnits().map(({ key }) => key),
        unitKind: Object.keys(UNIT_KINDS),
        surface: ['read', 'history', 'search', 'include', 'everything', 'print', 'written'],
        interaction: [
          'read',
          'vread',
          'history-instance',
          'search-type',
          'create',
          'update',
          'delete',
          'operation',
          'print',
        ],
      };
      for (const [fact, wanted] of Object.entries(selector)) {
        const values = typeof wanted === 'object' && 'not' in wanted ? wanted.not : wanted;
        for (const value of [values].flat()) {
          expect(known[fact] ?? [value]).toContain(value);
        }
      }
    },
  );
});

import { describe, expect, test } from 'vitest';
import { words } from '../../care/laboratory/words.ts';
import { ROLES, UNIT_KINDS } from '../../domain/role.ts';
import { FaultError, listFaults, parseFaults } from './faults.ts';

const TROPONIN = { test: 'Troponin T' };

const turns = (specification: string, count: number): boolean[] => {
  const faults = parseFaults([specification]);
  return Array.from(
    { length: count },
    (_, index) => faults.strikes('order-lost', TROPONIN, `o-${index}`) !== undefined,
  );
};

describe('the dose', () => {
  test('1/1 strikes every time', () => expect(turns('order-lost=1/1', 3)).toEqual([true, true, true]));

  test('1/3 strikes the first of every three', () =>
    expect(turns('order-lost=1/3', 7)).toEqual([true, false, false, true, false, false, true]));

  test('without one it is that of the catalogue', () =>
    expect(turns('order-lost', 7)).toEqual(turns('order-lost=1/3', 7)));

  test('what does not match the selector takes no turn', () => {
    const faults = parseFaults(['order-lost=1/2']);
    expect(faults.strikes('order-lost', { test: 'Kalium' }, 'o-1')).toBeUndefined();
    expect(faults.strikes('order-lost', {}, 'o-2')).toBeUndefined();
    expect(faults.strikes('order-lost', TROPONIN, 'o-3')?.name).toBe('order-lost');
  });

  test('the same subject gets the same answer', () => {
    const faults = parseFaults(['order-lost=1/2']);
    const answers = ['o-1', 'o-2', 'o-1', 'o-2', 'o-1'].map((id) =>
      faults.strikes('order-lost', TROPONIN, id),
    );
    expect(answers.map((fault) => fault !== undefined)).toEqual([true, false, true, false, true]);
  });

  test('a fault that is not switched on never strikes', () => {
    const faults = parseFaults([]);
    for (const { name, selector } of listFaults()) {
      const facts = Object.fromEntries(
        Object.entries(selector).map(([fact, wanted]) => [fact, Array.isArray(wanted) ? wanted[0] : wanted]),
      );
      expect(faults.strikes(name, facts)).toBeUndefined();
    }
  });
});

describe('a fault that cannot be switched on', () => {
  test('an unknown name is answered with the nearest and with all', () => {
    expect(() => parseFaults(['order-lsot'])).toThrow(FaultError);
    expect(() => parseFaults(['order-lsot'])).toThrow(/menade du "order-lost"\?.*result-late/);
  });

  test('a name like no other suggests nothing', () => {
    expect(() => parseFaults(['xyzzy'])).toThrow(/^Det finns inget fel "xyzzy"\. Felen är /);
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
  test('has the faults that the flows must find', () => {
    expect(
      listFaults().map(({ name, requirements }) => `${name}: ${requirements.join(', ')}`),
    ).toMatchSnapshot();
  });

  test.each(listFaults().map((fault) => [fault.name, fault] as const))(
    '%s selects by words that exist',
    (_name, { selector }) => {
      const known: Readonly<Record<string, readonly string[]>> = {
        test: Object.keys(words.test),
        role: Object.keys(ROLES),
        unitKind: Object.keys(UNIT_KINDS),
      };
      for (const [fact, words] of Object.entries(known)) {
        const wanted = selector[fact];
        if (wanted !== undefined) expect(words).toContain(wanted);
      }
    },
  );
});

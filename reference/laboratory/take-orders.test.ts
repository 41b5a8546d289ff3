import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { listenForMessages, type MllpListener } from './hl7/listen.ts';
import { takeOrders } from './take-orders.ts';
import { exchange } from './testing.ts';
import { createWorklist, type Worklist } from './worklist.ts';

/** What another care system's messages become, sent as bytes over a real connection. */

const NOW = Date.parse('2026-11-22T08:00:00Z');

let worklist: Worklist;
let listener: MllpListener;
beforeAll(async () => {
  const receiver = () => takeOrders(worklist, () => NOW);
  listener = await listenForMessages(
    {
      take: (message) => receiver().take(message),
      refuse: (message, error) => receiver().refuse(message, error),
    },
    (problem) => {
      throw problem;
    },
  );
});
afterAll(() => listener.close());
beforeEach(() => {
  worklist = createWorklist();
});

interface Told {
  readonly charset?: string;
  readonly pid3?: string;
  readonly name?: string;
  readonly orderedAt?: string;
  readonly orders?: readonly string[];
  readonly more?: readonly string[];
}

const PERSONNUMMER = '191212121212^^^personnummer^NNSWE';

function messageOf({
  charset = 'UNICODE UTF-8',
  pid3 = PERSONNUMMER,
  name = 'Åkesson^Märta',
  orderedAt = '202611220800+0100',
  orders = ['o-1'],
  more = [],
}: Told): string {
  return [
    `MSH|^~\\&|JOURNAL|SJUKHUS|LABORATORIET|LAB|20261122080000+0100||OML^O21^OML_O21|m-1|T|2.5|||||SWE|${charset}`,
    `PID|1||${pid3}||${name}||19121212|F`,
    ...orders.flatMap((number) => [
      `ORC|NW|${number}|||||||${orderedAt}|||h-1^Läkare Dag`,
      `OBR|1|${number}||NPU03230^P—Kaliumjon^99NPU`.replace('—', '-'),
    ]),
    ...more,
    '',
  ].join('\r');
}

const segmentsIn = (answer: string, name: string): readonly string[] =>
  answer.split('\r').filter((segment) => segment.startsWith(`${name}|`));

/** Verdict, and code, place and words of the error, of what the laboratory answers. */
async function answerTo(told: Told, encoding: 'latin1' | 'utf8' = 'utf8') {
  const answer = await exchange(listener.port, messageOf(told), encoding);
  const [, verdict] = segmentsIn(answer, 'MSA')[0]?.split('|') ?? [];
  const error = segmentsIn(answer, 'ERR')[0]?.split('|') ?? [];
  return { verdict, place: error[2], code: error[3]?.split('^')[0], words: error[8], answer };
}

const patients = () => worklist.open().map(({ patient }) => patient);

describe('which characters the bytes mean is what MSH-18 says', () => {
  test.each([
    ['8859/1', 'latin1'],
    ['8859/15', 'latin1'],
    ['UNICODE UTF-8', 'utf8'],
  ] as const)('%s', async (charset, encoding) => {
    expect(await answerTo({ charset }, encoding)).toMatchObject({ verdict: 'AA' });
    expect(patients()[0]?.name).toEqual({ family: 'Åkesson', given: 'Märta' });
  });

  test.each([
    ['Latin-1 that says it is UTF-8', 'UNICODE UTF-8', 'latin1', '102', 'inte är UNICODE UTF-8'],
    ['letters beyond ASCII where nothing is said', '', 'utf8', '102', 'säger ingen teckenuppsättning'],
    ['a set that is not read here', 'BIG-5', 'utf8', '103', 'MSH-18 är "BIG-5"'],
  ] as const)('%s is refused, not guessed', async (_what, charset, encoding, code, words) => {
    const answer = await answerTo({ charset }, encoding);
    expect(answer).toMatchObject({ verdict: 'AE', code, place: 'MSH^1^18' });
    expect(answer.words).toContain(words);
    expect(worklist.open()).toEqual([]);
  });

  test('plain ASCII needs nothing said', async () => {
    expect(
      await exchange(
        listener.port,
        messageOf({ charset: '', name: 'Akesson^Marta' }).replace('Läkare', 'Lakare'),
        'utf8',
      ),
    ).toContain('MSA|AA|m-1');
  });
});

describe('when it was ordered', () => {
  test.each([
    ['in summer, without a zone', '20260715080000', '2026-07-15T06:00:00.000Z'],
    ['in winter, without a zone', '20261122080000', '2026-11-22T07:00:00.000Z'],
    ['with a zone', '20261122080000+0000', '2026-11-22T08:00:00.000Z'],
    ['to the minute', '202611220800', '2026-11-22T07:00:00.000Z'],
    ['to a part of a second', '20261122080000.5', '2026-11-22T07:00:00.500Z'],
    ['on a day', '20261122', '2026-11-22'],
  ])('%s', async (_what, orderedAt, iso) => {
    expect(await answerTo({ orderedAt })).toMatchObject({ verdict: 'AA' });
    expect(worklist.open()[0]?.orderedAt).toBe(iso);
  });

  test.each([
    ['igår', '102'],
    ['20261301', '102'],
    ['20260230080000', '102'],
    ['20260329023000', '102'],
    ['2026-11-22T08:00:00', '102'],
    ['', '101'],
  ])('"%s" is no time, and is refused', async (orderedAt, code) => {
    expect(await answerTo({ orderedAt })).toMatchObject({ verdict: 'AE', code, place: 'ORC^1^9' });
    expect(worklist.open()).toEqual([]);
  });
});

describe('several orders in one message', () => {
  test('are all taken, and each is answered', async () => {
    const { verdict, answer } = await answerTo({ orders: ['o-1', 'o-2', 'o-3'] });
    expect(verdict).toBe('AA');
    expect(worklist.open().map(({ number }) => number)).toEqual(['o-1', 'o-2', 'o-3']);
    expect(segmentsIn(answer, 'ORC')).toEqual(['ORC|OK|o-1', 'ORC|OK|o-2', 'ORC|OK|o-3']);
  });

  test.each([
    ['one is a cancellation', ['ORC|CA|o-9', 'OBR|1|o-9||NPU03230^^99NPU'], 'ORC^1^1'],
    [
      'one is coded in nothing that is known',
      ['ORC|NW|o-9|||||||20261122', 'OBR|1|o-9||K^Kalium^L'],
      'OBR^1^4',
    ],
    ['one says not what', ['ORC|NW|o-9|||||||20261122'], 'OBR^1'],
    ['there is a comment that nobody would read', ['NTE|1||Ring avdelningen'], 'NTE^1'],
  ])('none is taken where %s', async (_what, more, place) => {
    expect(await answerTo({ more })).toMatchObject({ verdict: 'AE', place });
    expect(worklist.open()).toEqual([]);
  });

  test('the same again is the same order; another of its number is refused', async () => {
    await answerTo({});
    expect(await answerTo({})).toMatchObject({ verdict: 'AA' });
    expect(await answerTo({ pid3: '189001019802^^^personnummer^NNSWE' })).toMatchObject({
      verdict: 'AE',
      code: '205',
    });
    expect(patients().map(({ number }) => number.value)).toEqual(['191212121212']);
  });
});

describe('whom it is about: of the numbers in PID-3', () => {
  const number = { system: SYSTEMS.personnummer, value: '191212121212' };
  test.each([
    ['the one of the type, not the first', `A17^^^SJUKHUS^MR~${PERSONNUMMER}`, number],
    ['the type alone is enough', 'A17^^^SJUKHUS^MR~191212121212^^^SKATTEVERKET^NNSWE', number],
    [
      'a personnummer before a reserve number',
      `19121212M121^^^&1.2.752.113.11.0.2.1.1.1&ISO^PI~${PERSONNUMMER}`,
      number,
    ],
    ['the only one there is', 'A17^^^SJUKHUS^MR', { system: '', value: 'A17' }],
  ])('%s', async (_what, pid3, expected) => {
    expect(await answerTo({ pid3 })).toMatchObject({ verdict: 'AA' });
    expect(patients()[0]?.number).toEqual(expected);
  });

  test.each([
    ['two that do not say whose they are', 'A17^^^SJUKHUS^MR~B18^^^KLINIK^MR', '204', 'PID^1^3'],
    ['none', '', '101', 'PID^1^3'],
  ])('%s are refused', async (_what, pid3, code, place) => {
    expect(await answerTo({ pid3 })).toMatchObject({ verdict: 'AE', code, place });
    expect(worklist.open()).toEqual([]);
  });
});

test('a message of another type is rejected, with what it is', async () => {
  const message = messageOf({}).replace('OML^O21^OML_O21', 'ORM^O01^ORM_O01');
  const answer = await exchange(listener.port, message, 'utf8');
  expect(answer).toContain('MSA|AR|m-1\rERR||MSH^1^9|200^');
});

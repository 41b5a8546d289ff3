import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MigrationEvent } from '../domain/migration-evidence.ts';
import { SAME } from './mapping.ts';
import { type Fault, loadFaults } from './plant.ts';
import { comparedBetween, sourceIn, targetWith } from './testing/extracts.ts';
import { withServerIds } from './testing/server-ids.ts';

let folder: string;
let source: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'genrep-migration-test-'));
  source = await sourceIn(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const foundIn = (events: readonly MigrationEvent[]) =>
  new Map(
    events.flatMap((event) => (event.type === 'migration-found' ? [[event.finding, event.count]] : [])),
  );
const recordIn = (events: readonly MigrationEvent[], record: string) =>
  events.find((event) => event.type === 'migration-compared' && event.record === record);

/** In each batch a type of resource is struck by one fault and a finding comes of one, so that what is found tells by whom. */
function batches(faults: readonly Fault[]): Fault[][] {
  const made: Fault[][] = [];
  for (const fault of faults) {
    const room = made.find((batch) =>
      batch.every((one) => one.in !== fault.in && one.foundBy !== fault.foundBy),
    );
    if (room === undefined) made.push([fault]);
    else room.push(fault);
  }
  return made;
}

it('is silent of a clean copy, and has looked at every kind of record', async () => {
  const events = await comparedBetween(source, source, at('clean'));
  expect(foundIn(events)).toEqual(new Map());
  for (const event of events)
    if (event.type === 'migration-compared') {
      expect(event.rows.source, event.record).toBeGreaterThan(0);
      expect(event.rows.same, event.record).toBe(event.rows.source);
      expect([event.cells, event.controls, event.untold]).toEqual([[], [], []]);
    }
});

/** Two fields of each person change: that the entry is active, and what it was merged into. */
const FIELDS_OF: Readonly<Record<string, number>> = { 'merge-split': 2 };

it.each(
  batches(loadFaults('catalogue')).map((batch) => [batch.map(({ id }) => id).join(', '), batch] as const),
)('finds and names %s, and nothing else', async (name, batch) => {
  const target = at(`target ${name}`);
  const struck = await targetWith(batch, source, target);
  const events = await comparedBetween(source, target, at(`scratch ${name}`));
  const expected = batch.map(({ id, foundBy }): [string | undefined, number] => {
    const count = struck.get(id) ?? 0;
    expect(count, `${id} struck nothing`).toBeGreaterThan(0);
    return [foundBy, count * (FIELDS_OF[id] ?? 1)];
  });
  expect(foundIn(events)).toEqual(new Map(expected));
});

it('tells what was lost in the counts of its unit, status and year, and in the control totals', async () => {
  const target = at('fewer doses');
  await targetWith(
    [{ id: 'x', sv: 'x', in: 'MedicationRequest', every: 9, do: { drop: true } }],
    source,
    target,
  );
  const medication = recordIn(
    await comparedBetween(source, target, at('fewer'), { kinds: ['patient', 'medication'] }),
    'medication',
  );
  if (medication?.type !== 'migration-compared') throw new Error('Nothing was compared.');
  expect(medication.cells[0]).toMatchObject({
    status: expect.any(String),
    year: expect.stringMatching(/^\d{4}$/),
  });
  expect(medication.controls.map(({ field, what }) => `${field} ${what}`)).toContain('dose sum');
});

it('knows records again where the server gave the ids and writes times in another zone', async () => {
  const few = await sourceIn(at('few'), 40);
  await withServerIds(few, at('other ids'));
  expect(foundIn(await comparedBetween(few, at('other ids'), at('ids')))).toEqual(new Map());
});

describe('what was corrected in the target', () => {
  const correction: Fault = {
    ...{ id: 'x', sv: 'x', in: 'AllergyIntolerance', every: 9 },
    do: { set: { 'verificationStatus.coding.0.code': 'entered-in-error' } },
  };
  const KINDS = ['patient', 'allergy', 'vaccination'];
  const removal: Fault = { id: 'y', sv: 'y', in: 'Immunization', every: 90, do: { drop: true } };

  it('is no difference as long as it stands', async () => {
    await targetWith([correction, removal], source, at('corrected'));
    const options = { corrected: at('corrected'), kinds: KINDS };
    expect(foundIn(await comparedBetween(source, at('corrected'), at('stands'), options))).toEqual(new Map());
  });

  it('is found when the next synchronisation has brought the old back', async () => {
    const struck = await targetWith([correction, removal], source, at('corrected'));
    const count = [...struck.values()].reduce((sum, one) => sum + one, 0);
    const events = await comparedBetween(source, source, at('returned'), {
      corrected: at('corrected'),
      kinds: KINDS,
    });
    expect(foundIn(events)).toEqual(new Map([['correction-returned', count]]));
  });
});

it('compares only the people who were drawn, the same for the same seed', async () => {
  const events = await comparedBetween(source, source, at('some'), {
    people: 20,
    kinds: ['patient', 'allergy'],
  });
  expect(events[0]).toMatchObject({ people: { source: 200, compared: 20 } });
  expect(recordIn(events, 'patient')).toMatchObject({ rows: { source: 20, target: 20 } });
});

it('leaves out what is declared not to be moved, and finds it where it was moved all the same', async () => {
  const mapping = {
    ...{ name: 'x', key: 'id' as const, hash: 'x', refused: SAME.refused },
    changes: [
      { record: 'medication', leaveOut: true as const, where: { status: ['completed'] }, why: 'beslut' },
    ],
  };
  await targetWith(
    [
      {
        id: 'x',
        sv: 'x',
        in: 'MedicationRequest',
        where: { status: '^completed$' },
        every: 1,
        do: { drop: true },
      },
    ],
    source,
    at('left out'),
  );
  const options = { mapping, kinds: ['patient', 'medication'] };
  const left = await comparedBetween(source, at('left out'), at('left'), options);
  expect(foundIn(left)).toEqual(new Map());
  const medication = recordIn(left, 'medication');
  expect(medication).toMatchObject({ rows: { leftOut: expect.any(Number), lost: 0 } });
  const moved = await comparedBetween(source, source, at('moved'), options);
  expect([...foundIn(moved).keys()]).toEqual(['record-invented']);
});

describe('the sample for people’s eyes', () => {
  const judge = async (scratch: string, say: (line: number) => string): Promise<string> => {
    const kinds = ['patient', 'medication'];
    await comparedBetween(source, source, scratch, { kinds });
    const [head, ...lines] = (await readFile(path.join(scratch, 'stickprov.csv'), 'utf8'))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(200);
    const file = path.join(scratch, 'bedömt.csv');
    const judged = lines.map((line, index) => line.replace(/;"";""$/, `;${say(index)};`));
    await writeFile(file, [head, ...judged].join('\n'));
    return file;
  };

  it('is counted from the list that people have filled in', async () => {
    const judged = await judge(at('judged'), (line) => (line === 3 ? 'Fel' : line > 150 ? '' : 'rätt'));
    const events = await comparedBetween(source, source, at('counted'), {
      judged,
      kinds: ['patient', 'medication'],
    });
    expect(events.at(-1)).toEqual({
      type: 'migration-sampled',
      drawn: 200,
      right: 150,
      wrong: 1,
      unclear: 0,
    });
  });

  it.each([
    [
      'a word that is no judgement',
      (list: string) => list.replace(';rätt;', ';kanske;'),
      'har bedömningen "kanske"',
    ],
    [
      'a value that was not drawn',
      (list: string) => list.replace(/^1;[^;]*;[^;]*/m, '1;x;Patient/egen'),
      'är inte draget',
    ],
    [
      'a list without its columns',
      (list: string) => list.replace('bedömning', 'omdöme'),
      'ingen kolumn "bedömning"',
    ],
  ])('refuses %s', async (name, spoil, sentence) => {
    const file = await judge(at(`spoilt ${name}`), () => 'rätt');
    await writeFile(file, spoil(await readFile(file, 'utf8')));
    await expect(
      comparedBetween(source, source, at(`refused ${name}`), {
        judged: file,
        kinds: ['patient', 'medication'],
      }),
    ).rejects.toThrow(sentence);
  });
});

it.each([
  [
    'a line that is no JSON',
    'Condition.ndjson',
    '{"resourceType":"Condition","id":"a"}\n{"resourceType":',
    'Condition.ndjson:2: Raden är ingen sådan FHIR-resurs',
  ],
  [
    'a resource of another shape',
    'Condition.ndjson',
    '{"resourceType":"Condition","id":"a","code":"I10"}\n',
    'Condition.ndjson:1: Raden är ingen sådan FHIR-resurs',
  ],
  ['a folder without people', 'x.txt', '', 'har varken Patient.ndjson eller HL7-meddelanden'],
  ['CSV without a mapping', 'personer.csv', 'A;B\n', 'ange en avbildning'],
])('refuses %s in one sentence', async (name, file, content, sentence) => {
  const bad = at(`bad ${name}`);
  await mkdir(bad);
  if (file.endsWith('.ndjson'))
    await writeFile(
      path.join(bad, 'Patient.ndjson'),
      '{"resourceType":"Patient","id":"a","identifier":[{"value":"1"}]}\n',
    );
  await writeFile(path.join(bad, file), content);
  await expect(comparedBetween(bad, bad, at(`scratch ${name}`))).rejects.toThrow(sentence);
});

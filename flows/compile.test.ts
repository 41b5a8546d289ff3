import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../domain/input-error.ts';
import { compileFlows } from './compile.ts';
import { checkStepDefinitions } from './step-definition-check.ts';
import { loadSteps, type Steps } from './steps.ts';
import { explainUnknownStep } from './unknown-step.ts';

const root = path.resolve(import.meta.dirname, '..');
let steps: Steps;

beforeAll(async () => {
  steps = await loadSteps(root);
});

const HEAD = ['# language: sv', 'Egenskap: Prov', '  @klass-1', '  Scenario: Ett prov'];
const PATIENT = '    Givet en patient mellan 20 och 30 år';
const ARRIVAL = '    När medicinska sekreteraren på akuten registrerar patienten för "Hosta"';

async function compileText(lines: readonly string[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-compile-'));
  const file = path.join(folder, 'prov.feature');
  await writeFile(file, lines.join('\n'));
  return compileFlows({ root, steps, paths: [file] });
}

/** The sentence a feature is refused with. */
async function refusal(lines: readonly string[]): Promise<string> {
  const error: unknown = await compileText(lines).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
}

describe('compiling the features', () => {
  it('gives the same flows every time, each with its steps, actors and limits', async () => {
    const [first, second] = [await compileFlows({ root, steps }), await compileFlows({ root, steps })];
    expect(second).toEqual(first);
    const chestPain = first.find(({ id }) => id.startsWith('akutsjukvard/brostsmarta#'));
    expect(chestPain?.units).toEqual(['emergency', 'laboratory', 'ward']);
    expect(chestPain?.steps[5]).toMatchObject({
      actor: { role: 'biomedical-scientist', unit: 'laboratory' },
      activity: { kind: 'order-on-laboratory-worklist', order: { ref: 'första provet' } },
      limit: { mode: 'within', limit: 5_000, clock: 'system' },
    });
  });

  it('makes one flow of every example row, told apart by its line', async () => {
    const flows = await compileFlows({
      root,
      steps,
      paths: ['features/laboratorium/kritiskt-provsvar.feature'],
    });
    expect(new Set(flows.map(({ location }) => location.line)).size).toBe(flows.length);
    expect(flows.map(({ id }) => id)).toEqual(
      ['nekande', 'tecken', 'radbrytning', 'langt'].map(
        (row) => `laboratorium/kritiskt-provsvar#svaret-nar-fram-ord-for-ord-och-kvitteras-${row}`,
      ),
    );
  });

  it('changes the hash with the text and not with the file', async () => {
    const [a] = await compileText([...HEAD, PATIENT, ARRIVAL]);
    const [b] = await compileText([...HEAD, PATIENT, ARRIVAL.replace('Hosta', 'Feber')]);
    expect(a?.hash).not.toBe(b?.hash);
  });
});

describe('the identity of a flow', () => {
  const scenario = (title: string, ...tags: readonly string[]) => [
    `  @klass-1 ${tags.join(' ')}`,
    `  Scenario: ${title}`,
    PATIENT,
    ARRIVAL,
  ];
  const FEATURE = ['# language: sv', 'Egenskap: Prov'];
  const localId = ({ id }: { readonly id: string }) => id.slice(id.indexOf('#') + 1);

  it('is its title: nothing moves when the scenario above is taken away', async () => {
    const first = await compileText([...FEATURE, ...scenario('Hosta i natt'), ...scenario('Åter hosta')]);
    const alone = await compileText([...FEATURE, '', ...scenario('Åter hosta')]);
    expect(first.map(localId)).toEqual(['hosta-i-natt', 'ater-hosta']);
    expect(alone.map(localId)).toEqual(['ater-hosta']);
    expect(alone[0]?.location).not.toEqual(first[1]?.location);
  });

  it('says what was played, not where it was written: the hash stays when the line moves', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'genrep-compile-'));
    const file = path.join(folder, 'prov.feature');
    const compiled = async (lines: readonly string[]) => {
      await writeFile(file, lines.join('\n'));
      return (await compileFlows({ root, steps, paths: [file] })).at(-1)?.hash;
    };
    const below = await compiled([...FEATURE, ...scenario('Hosta'), ...scenario('Åter hosta')]);
    expect(await compiled([...FEATURE, ...scenario('Åter hosta')])).toBe(below);
  });

  it('is a tag of its own where there is one, so that a title can be put better', async () => {
    const flows = await compileText([
      ...FEATURE,
      ...scenario('Hosta', '@flöde-hosta'),
      ...scenario('Åter hosta'),
    ]);
    expect(flows.map(localId)).toEqual(['hosta', 'ater-hosta']);
    const [renamed] = await compileText([...FEATURE, ...scenario('Långvarig hosta', '@flöde-hosta')]);
    expect(localId(renamed ?? { id: '' })).toBe('hosta');
  });

  it('is the row too, where a title names no column of its examples', async () => {
    const outline = (title: string) => [
      ...FEATURE,
      '  @klass-1',
      `  Scenariomall: ${title}`,
      PATIENT,
      ARRIVAL.replace('Hosta', '<skäl>'),
      '    Exempel:',
      '      | skäl  |',
      '      | Hosta |',
      '      | Feber |',
    ];
    expect((await compileText(outline('Söker vård'))).map(({ name }) => name)).toEqual([
      'Söker vård (Hosta)',
      'Söker vård (Feber)',
    ]);
    expect((await compileText(outline('Söker för <skäl>'))).map(localId)).toEqual([
      'soker-for-hosta',
      'soker-for-feber',
    ]);
  });

  it('bears any title: without a letter, or longer than a file name may be', async () => {
    const flows = await compileText([...FEATURE, ...scenario('?!'), ...scenario('Å'.repeat(400))]);
    expect(flows.map(localId).every((id) => /^[a-z0-9-]{8,90}$/.test(id))).toBe(true);
  });

  it.each([
    ['title', scenario('Hosta'), scenario('Hosta')],
    ['title but for signs', scenario('Hosta'), scenario('Hosta!')],
    ['tag', scenario('Hosta', '@flöde-x'), scenario('Feber', '@flöde-x')],
  ])('is refused when two in a file have the same %s', async (_what, one, other) => {
    expect(await refusal([...FEATURE, ...one, ...other])).toMatch(
      /prov\.feature:8: .*rad 4.*Ge scenariot en egen titel/,
    );
  });
});

describe('refusing what cannot be compiled', () => {
  it('names an unknown step with its line and the nearest', async () => {
    const message = await refusal([
      ...HEAD,
      PATIENT,
      '    När medicinska sekreteraren på akuten bokar in patienten',
    ]);
    expect(message).toMatch(
      /prov\.feature:6: Det finns inget steg .*Närmast är: medicinska sekreteraren på akuten kallar in patienten\./,
    );
  });

  it.each([
    [
      'roll',
      ARRIVAL.replace('medicinska sekreteraren', 'medicinska sekreterarn'),
      'Menas "medicinska sekreteraren"',
    ],
    ['enhet', ARRIVAL.replace('på akuten', 'på kirurgen'), 'Okänt ord "på kirurgen"'],
    ['läkemedel', '    När läkaren på akuten ordinerar Cefotaxin som "x"', '"Cefotaxim"'],
  ])('names an unknown %s', async (_what, step, expected) => {
    expect(await refusal([...HEAD, PATIENT, step])).toContain(expected);
  });

  it('names a decomposed letter with its line', async () => {
    expect(await refusal([...HEAD, PATIENT, ARRIVAL].map((line) => line.normalize('NFD')))).toMatch(
      /:\d+:\d+: Bokstaven [åäö] .*NFC/,
    );
  });

  it('names a reference to something no earlier step made', async () => {
    const message = await refusal([...HEAD, PATIENT, '    När undersköterskan på akuten tar "provet"']);
    expect(message).toContain('"provet"');
  });

  it('asks for a safety class and for a patient', async () => {
    expect(await refusal(['# language: sv', 'Egenskap: P', '  Scenario: S', PATIENT, ARRIVAL])).toContain(
      '@klass-1',
    );
    expect(await refusal([...HEAD, ARRIVAL])).toContain('Givet en patient');
  });

  it('names the row that a table lacks', async () => {
    const vitals = [
      '    När sjuksköterskan på akuten för in vitalparametrar som "v":',
      '      | puls | 80 |',
    ];
    expect(await refusal([...HEAD, PATIENT, ...vitals])).toContain('andningsfrekvens');
  });

  it('places a feature that is not Gherkin', async () => {
    expect(await refusal([...HEAD, PATIENT, '    Kanske hostar patienten'])).toMatch(/prov\.feature:6/);
  });

  it('says that a path does not exist', async () => {
    await expect(compileFlows({ root, steps, paths: ['features/finns-inte'] })).rejects.toThrow(/finns-inte/);
  });
});

describe('a sentence that is nearly one of one\u2019s own', () => {
  it('is not led away by a shorter one that takes any words', () => {
    const messages = steps.definitions.find(
      ({ pattern }) => pattern === '{actor} skickar {message} som {name}',
    );
    const [actor, , name] = messages?.expression.parameterTypes ?? [];
    if (actor === undefined || name === undefined) throw new Error('There is no sentence to be led away by.');
    const own = {
      pattern: '{actor} skickar remiss för undersökning som {name}',
      expression: { parameterTypes: [actor, name], match: () => null },
    };
    const told = explainUnknownStep('läkaren på akuten skickar en remiss för undersökning som "remissen"', [
      ...steps.definitions,
      own,
    ]);
    expect(told).toMatch(/^Okänt ord "en remiss för undersökning"/);
    expect(told).toMatch(
      /Eller menas meningen läkaren på akuten skickar remiss för undersökning som "[^"]+"\?$/,
    );
  });
});

describe('step definitions that are more than a sentence', () => {
  const define = (code: (...args: never[]) => unknown) => () =>
    checkStepDefinitions([{ uri: 'features/steps/x.ts', line: 7, code }]);
  type Self = {
    actor(a: unknown): { perform(t: unknown): Promise<string>; see(q: unknown): Promise<string> };
  };

  it('accepts one call on this', () => {
    expect(
      define(function (this: Self, actor: string) {
        return this.actor(actor).perform({ kind: 'x' });
      }),
    ).not.toThrow();
  });

  it.each([
    [
      'branches',
      define(function (this: Self, actor: string) {
        return actor === 'x' ? this.actor(actor).perform(1) : this.actor(actor).see(1);
      }),
    ],
    [
      'reads a result',
      define(async function (this: Self, actor: string) {
        const result = await this.actor(actor).perform(1);
        return result.length;
      }),
    ],
    [
      'goes on with a result',
      define(function (this: Self, actor: string) {
        return this.actor(actor)
          .perform(1)
          .then((result) => result.length);
      }),
    ],
    ['does nothing', define(() => undefined)],
  ])('refuses one that %s', (_what, check) => {
    expect(check).toThrow(/features\/steps\/x\.ts:7/);
  });
});

import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { genrepProgram } from '../cli/main.ts';
import { ROOT } from '../cli/project.ts';
import { EXIT } from '../domain/verdict.ts';
import { newKeys } from '../evidence/signing.ts';
import { journalOf } from '../evidence/testing/journal.ts';
import { runStarted } from '../evidence/testing/run.ts';
import { LabSecrets } from '../lab/secrets.ts';
import { SEATS } from '../lab/testing/lab-of.ts';
import { eventsOf } from '../reports/testing/synthetic.ts';
import { loadStage } from '../scenarios/load-stage.ts';
import { type MannerServer, startMannerServer } from '../systems/fhir-r4/testing/manner-server.ts';
import { startGenrep } from './command.ts';
import { genrepHere } from './command-here.ts';

/** Programs read every command: standard output is one JSON document, and nothing else. */

/** What takes long is played with --json where it is played anyway. */
const PLAYED_IN: Readonly<Record<string, string>> = {
  access: 'access.test.ts',
  day: 'resume-commands.test.ts',
  deck: 'deck.test.ts',
  features: 'features.test.ts',
  lab: 'lab.test.ts',
  'lab debrief': 'lab-afterwards.ts',
  'lab workstation': 'lab-workstation.test.ts',
  load: 'load.test.ts',
  shrink: 'trial.test.ts',
  trial: 'trial.test.ts',
};

let folder: string;
let server: MannerServer;
let played: ReadonlyMap<string, readonly string[]>;

/** A command with others below it may do something itself: `lab` beside `lab said`. What takes nothing only groups them. */
const commandsOf = (command: Command, names: readonly string[] = []): [string, Command][] => [
  ...(command.commands.length === 0 || command.registeredArguments.length > 0
    ? [[names.join(' '), command] satisfies [string, Command]]
    : []),
  ...command.commands.flatMap((each) => commandsOf(each, [...names, each.name()])),
];

const COMMANDS = new Map(commandsOf(genrepProgram()));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-json-'));
  server = await startMannerServer([]);
  const at = (name: string): string => path.join(folder, name);
  const profile = at('litet.yaml');
  await writeFile(
    profile,
    ['name: litet', 'environment: test', `fhir: ${server.base}`, 'signIn: { method: none }', ''].join('\n'),
  );
  const system = ['--system', profile];
  const stage = loadStage('1-sodra');
  const events = eventsOf({ instances: 4 }).map((event) =>
    event.type === 'run-started' ? { ...event, stage } : event,
  );
  const run = await journalOf(events);
  await cp(run, at('runs/en-korning'), { recursive: true });
  const wrote = await journalOf([
    runStarted({ flows: [], system: { name: 'litet', software: 'x', version: '1' } }),
    { type: 'run-ended', interrupted: false },
  ]);
  const opened = {
    type: 'lab-opened',
    seats: SEATS,
    injects: [],
    consent: '1',
    pace: 1,
    idlePace: 1,
  } as const;
  const lab = await journalOf([
    runStarted({ flows: [] }),
    { ...opened, at: 1, dayTime: 0 },
    { type: 'lab-person', seat: 'plats-1', change: 'joined', at: 2, dayTime: 0 },
    { type: 'run-ended', interrupted: false },
  ]);
  const secrets = await LabSecrets.of(lab);
  await secrets.addSeats([{ id: 'plats-1' }]);
  const people = ['--people', '20', '--years', '1', '--kommun', '1490'];
  const population = at('folk');
  const kurser = at('kurser.csv');
  await writeFile(kurser, 'pseudonym;enhet;roll;kurs;godkänd;datum\nP1;sas-lab;nurse;GRUND;ja;2020-01-01\n');
  const incoming = at('avvikelser');
  await mkdir(incoming);
  await writeFile(
    path.join(incoming, 'a.csv'),
    'id;reported;class;unit;text\nA;2027-01-13 08:00;3;sas-akuten;Fel\n',
  );
  const saidBy = ['--by', 'Chefläkaren', '--reason', 'Beslut'];
  const signingKey = at('veckor.pem');
  await writeFile(signingKey, newKeys().privateKey);
  played = new Map<string, readonly string[]>([
    ['plan', ['sas-vardag', ...system]],
    ['words', []],
    ['simulate', ['sas-vardag', '--replications', '2', '--out', at('simulering')]],
    ['generate population', [...people, '--out', population]],
    ['generate patient', [...people, '--index', '3']],
    ['generate check', [population]],
    ['generate jobs', ['--image', 'genrep', '--out', at('jobb.yaml')]],
    ['seed', [population, ...system]],
    ['migration', [population, '--target', population, '--out', at('migrering')]],
    ['clean', [wrote, ...system]],
    ['contract', [profile]],
    ['drill', ['natet-borta', ...system, '--out', at('driftstopp')]],
    ['reference', ['--faults']],
    ['verify', [run]],
    ['report', [run, '--no-allure']],
    ['export', ['--analytics', run, '--population', population, '--out', at('tabeller')]],
    ['readiness', ['1-sodra', run, '--out', at('etapp')]],
    [
      'attest',
      [
        ...['1-sodra', 'aterstallning', '--verdict', 'pass', '--by', 'Chefen', '--reason', 'Övat'],
        ...['--decisions', at('beslut')],
      ],
    ],
    ['approve', ['1-sodra', '--decisions', at('godkannanden')]],
    ['trace', ['exempel-krav', '--out', at('spar')]],
    ['training', ['1-sodra', kurser, '--out', at('utbildning')]],
    ['roadmap', ['--runs', at('runs'), '--decisions', at('beslut'), '--out', at('plan')]],
    ['key', ['--out', at('nyckel.pem')]],
    ['lab said', [lab]],
    ['lab report', [lab]],
    ['lab cards', ['sas-vardag', '--out', at('kort.pdf'), ...system]],
    ['lab msel', ['sas-vardag']],
    ['lab guide', ['--out', at('guide.pdf')]],
    ['lab forget', [secrets.codeOf('plats-1') ?? '', lab]],
    ['weeks', [incoming, '--out', at('läget'), '--decisions', at('veckobeslut')]],
    ['weeks fix', ['1-sodra', ...saidBy, '--sign', signingKey, '--decisions', at('fastställt')]],
    ['weeks decide', ['hold', incoming, ...saidBy, '--sign', signingKey, '--decisions', at('fortsättning')]],
    ['weeks support', ['1-sodra', '--replications', '2', '--out', at('stöd')]],
    ['trend', [at('runs')]],
    ['doctor', []],
    // Genrep is packed in init.test.ts.
    ['init', [at('egen'), '--genrep', '0.1.0']],
  ]);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

it('no command is without --json', () => {
  const without = [...COMMANDS].filter(([, { options }]) => !options.some(({ long }) => long === '--json'));
  expect(without.map(([name]) => name)).toEqual([]);
});

it('every command is played with --json, here or where it is played anyway', async () => {
  expect(new Set([...played.keys(), ...Object.keys(PLAYED_IN)])).toEqual(new Set(COMMANDS.keys()));
  for (const [name, file] of Object.entries(PLAYED_IN)) {
    const text = await readFile(path.join(ROOT, 'test', file), 'utf8');
    expect(text, `${name} in ${file}`).toContain("'--json'");
  }
});

describe('with --json', () => {
  it.each([...COMMANDS.keys()].filter((name) => !(name in PLAYED_IN)))(
    '%s writes one JSON document and ends with a code that means what it means everywhere',
    { timeout: 60_000 },
    async (name) => {
      const { stdout, stderr, exitCode } = await genrepHere([
        ...name.split(' '),
        ...(played.get(name) ?? []),
        '--json',
      ]);
      expect(() => JSON.parse(stdout), `${stdout.slice(0, 200)}\n${stderr}`).not.toThrow();
      expect([EXIT.pass, EXIT.fail, EXIT.inconclusive]).toContain(exitCode);
    },
  );

  it('reference tells where it is when it can be used, and goes on until it is stopped', async () => {
    const { child, result } = startGenrep(['reference', '--json', '--people', '0', '--port', '0']);
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const { ui, fhir, password } = JSON.parse(line);
    expect((await fetch(`${fhir}/metadata`)).status).toBe(200);
    expect(ui).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(password).not.toBe('');
    child.kill('SIGINT');
    expect((await result).exitCode).toBe(EXIT.pass);
  });
});

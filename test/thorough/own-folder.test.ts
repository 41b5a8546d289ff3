import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../cli/project.ts';
import { EXIT } from '../../domain/verdict.ts';
import { howTo, OwnFolder } from '../own-folder.ts';

/** What a folder of one's own can do beside its pipeline: a day with its own area, its types, words of its own. */

let own: OwnFolder;
beforeAll(async () => {
  own = await OwnFolder.make();
}, 300_000);

afterAll(() => own.remove());

/** A test and a drug that Genrep does not know, in a flow that needs them. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'features/slutenvard/egna-ord.feature': `# language: sv
@slutenvård
Egenskap: Egna ord
  @klass-1 @KRAV-LAB-01 @KRAV-LAB-90
  Scenario: D-dimer besvaras och tenekteplas ges
    Givet en patient mellan 60 och 95 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen ordinerar och signerar D-dimer som "provet"
    Så ser biomedicinska analytikern på laboratoriet "provet" på arbetslistan inom 5 sekunder
    När undersköterskan på avdelningen tar "provet"
    Och biomedicinska analytikern på laboratoriet svarar 0,8 mg/L{FEU} på "provet" som "svaret"
    Så ser läkaren på avdelningen svar på "provet" inom 5 sekunder
    När läkaren på avdelningen ordinerar Tenekteplas som "ordinationen"
    Och sjuksköterskan på avdelningen ger "ordinationen" som "dosen"
    Så ser sjuksköterskan på avdelningen att "dosen" är den ordinerade dosen av "ordinationen"
`,
};

describe('a folder made by genrep init', () => {
  it('rehearses a small day with its own area, by api, in browsers and under load, and passes', async () => {
    const { stdout } = await own.play({ command: 'npm start', exitCode: EXIT.pass, remark: '' });
    expect(stdout).toMatch(/Flöden\s+✓ \d+ godkända\s+\((\d+) av \1 spelade, [1-9]\d* i webbläsare\)/);
    const flows = await startedFlows('*min-dag*');
    expect(flows.filter(({ flow }) => flow.startsWith('slutenvard/maltid')).length).toBeGreaterThan(12);
    expect(new Set(flows.map(({ channel }) => channel))).toEqual(new Set(['api', 'ui']));
    expect(flows.some(({ load }) => load !== undefined)).toBe(true);
  }, 300_000);

  it('has an area that the compiler has read, and is told what an area leaves out', async () => {
    // What the first time found right is not looked at again the second.
    const command = 'npm run types -- --incremental --tsBuildInfoFile .cache/types';
    const types = () => own.play({ command, exitCode: EXIT.pass, remark: '' });
    await types();
    const index = path.join(own.folder, 'care', 'meals', 'index.ts');
    const whole = await readFile(index, 'utf8');
    await writeFile(index, whole.replace(/ +'meal-in-record': .*\n/, ''));
    await expect(types()).rejects.toThrow(/care\/meals\/index\.ts.*meal-in-record/);
    await writeFile(index, whole);
  }, 60_000);

  it('plays words of its own by api and in pages, simulates them and plans them as load', {
    timeout: 180_000,
  }, async () => {
    const page = await howTo('write-a-flow.md');
    const block = (beginning: string) =>
      new RegExp(`^${beginning}\\n[\\s\\S]*?(?=^\`\`\`)`, 'm').exec(page)?.[0] ?? '';
    await own.write('care/laboratory/words/mina-prov.yaml', block('tests:'));
    await own.write('care/medication/words/mina-lakemedel.yaml', block('drugs:'));
    const requirements = path.join(own.folder, 'scenarios/requirements.yaml');
    await appendFile(requirements, block(' {2}- id: KRAV-LAB-90'));
    for (const [file, content] of Object.entries(OWN_WORDS)) await own.write(file, content);
    const day = await readFile(path.join(ROOT, 'scenarios/days/sas-vardag.yaml'), 'utf8');
    const mix = '  - { flow: slutenvard/egna-ord, perDay: 40, arrivals: akuten }';
    await own.write('scenarios/days/sas-vardag.yaml', day.replace(/^mix:$/m, `mix:\n${mix}`));
    const passes = (command: string) =>
      own.play({ command: `npm exec --no genrep -- ${command}`, exitCode: EXIT.pass, remark: '' });

    await passes('features features/slutenvard/egna-ord.feature --out runs/words');
    expect((await startedFlows('words')).map(({ channel }) => channel)).toEqual(['api', 'ui']);
    await passes('simulate sas-vardag --replications 2 --out runs/simulated');
    await passes('simulate min-dag --replications 5 --out runs/own-simulated');
    await passes('load sas-vardag --profile min-topp --system var-testmiljo --distributed 1 --out runs/load');
    const planned = await own.read('$(find runs/load -type f)');
    expect(planned).toContain('NPU28289');
    expect(planned).toContain('B01AD11');
  });

  async function startedFlows(runs: string) {
    return (await own.read(`runs/${runs}/evidence.ndjson`))
      .split('\n')
      .filter((line) => line.includes('"type":"flow-started"'))
      .map((line) => JSON.parse(line).event);
  }
});

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findAreas } from '../care/areas.ts';
import { ROOT } from '../cli/project.ts';
import { exampleOf } from '../flows/example-words.ts';
import { loadSteps } from '../flows/steps.ts';
import { genrep } from './command.ts';

const PAGE = path.join(ROOT, 'docs/how-to/write-a-flow.md');
const pageText = () => readFile(PAGE, 'utf8');

/** Every whole file of the page, as a reader would save it. */
const featuresOf = (page: string): string[] =>
  [...page.matchAll(/```gherkin\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('the page on how a flow is written', () => {
  it('has only whole files, which are played as they stand', { timeout: 120_000 }, async () => {
    const texts = featuresOf(await pageText());
    expect(texts).toHaveLength(2);
    const folder = await mkdtemp(path.join(tmpdir(), 'genrep-write-a-flow-'));
    const files = texts.map((_, index) => path.join(folder, `prov-${index}.feature`));
    await Promise.all(files.map((file, index) => writeFile(file, texts[index] ?? '')));
    const out = path.join(folder, 'run');
    const { stdout } = await genrep(['features', ...files, '--channel', 'api', '--no-allure', '--out', out]);
    const [said = ''] = /^```text\n(✓ [\s\S]*?)```/m.exec(await pageText())?.slice(1) ?? [];
    const [title = '', sum] = said.split('\n');
    expect(stdout).toContain(`${title}\n`);
    const steps = texts[0]?.match(/^ {4}(Givet|När|Och|Så) /gm)?.length;
    expect(sum).toBe(`Genom API: 1 scenario (1 godkänt), ${steps} steg (${steps} godkända)`);
    expect(stdout).toContain('Genom API: 3 scenarier (3 godkända), 15 steg (15 godkända)');
  });

  it('chooses by line and by title the scenario of its first file, and gives that file a place in the day', async () => {
    const page = await pageText();
    const [flow = ''] = featuresOf(page);
    const [, line = ''] = /mitt-prov\.feature:(\d+) /.exec(page) ?? [];
    const [, title = ''] = /genrep features "(.+?)"/.exec(page) ?? [];
    expect(flow.split('\n')[Number(line) - 1]?.trim()).toBe(`Scenario: ${title}`);
    const [mix = ''] = /^ {2}- \{ flow: .*$/m.exec(page) ?? [];
    const day = await readFile(path.join(ROOT, 'scenarios/days/sas-vardag.yaml'), 'utf8');
    const [arrival]: [{ flow: string; arrivals: string }] = parse(mix);
    expect(page).toContain(`features/${arrival.flow}.feature`);
    expect(Object.keys(parse(day).arrivals)).toContain(arrival.arrivals);
  });
});

const OF_THE_PATIENT = 'Patienten och tiden';

it('all sentences that can be written are listed, an example of each', async () => {
  const { definitions } = await loadSteps(ROOT);
  const titles = new Map((await findAreas()).areas.map(({ name, sv }) => [name, sv]));
  const byArea = Map.groupBy(
    definitions,
    ({ uri }) => titles.get(path.basename(path.dirname(uri))) ?? OF_THE_PATIENT,
  );
  const parts = [...byArea].map(([title, own]) => {
    const sentences = own.map(({ pattern }) => exampleOf(String(pattern)));
    return [`## ${title}`, '', '```text', ...sentences, '```', ''].join('\n');
  });
  const page = [
    '# Meningar',
    '',
    '*Every sentence of a patient flow, an example of each; after a colon stands a table or a text.*',
    '',
    'Framför varje mening står Givet, När, Så, Och eller Men. Roller, enheter, namn, prov, läkemedel, tider och mängder byts ut;',
    'skriver du ett ord som inte finns, får du veta vilka som finns. Efter ett kolon följer en tabell, eller text mellan två rader',
    'med `"""`.',
    '',
    ...parts,
  ].join('\n');
  await expect(page).toMatchFileSnapshot(path.join(ROOT, 'docs/how-to/sentences.md'));
});

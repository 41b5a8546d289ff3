import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CareFlow } from '../../domain/care-flow.ts';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import { type Sentence, sentencesIn, type WordList, wordListsOf } from '../../flows/word-book.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import { type FhirVocabulary, fhirVocabulary } from '../../systems/fhir-r4/vocabulary.ts';
import { careAreas, kindsInPages } from '../care-areas.ts';
import { PROJECT } from '../project.ts';

/** One sentence with what it means and where it can be tried. */
interface Entry extends Sentence {
  readonly shows: readonly Bilingual[];
  readonly ways: readonly Bilingual[];
}

interface Chapter {
  readonly title: Bilingual;
  readonly entries: readonly Entry[];
}

/** Everything that a flow can be written with; plain data. */
export interface WordBook {
  readonly chapters: readonly Chapter[];
  readonly wordLists: readonly WordList[];
}

const COMMON = both('I alla flöden', 'In every flow');

/** The sentences by area, common ones first, each as some flow says it. Throws InputError for flows that do not compile. */
export async function bookOfWords(): Promise<WordBook> {
  const [steps, areas] = await Promise.all([loadSteps(PROJECT), careAreas()]);
  const flows = await compileFlows({ root: PROJECT, steps });
  const fhir = fhirVocabulary(await areas.fhir());
  const inPages = await kindsInPages();
  const entries = sentencesIn(steps, flows, await linesOf(flows)).map((sentence) => ({
    ...sentence,
    shows: sentence.kinds.map((kind) => areas.vocabulary.name(kind)),
    ways: waysOf(sentence, fhir, inPages),
  }));
  const chapterOf = (title: Bilingual, area: string | undefined): Chapter => ({
    title,
    entries: entries.filter((entry) => entry.area === area),
  });
  return {
    chapters: [
      chapterOf(COMMON, undefined),
      ...areas.areas.map(({ name, sv, en }) => chapterOf(both(sv, en), name)),
    ],
    wordLists: wordListsOf(steps),
  };
}

async function linesOf(flows: readonly CareFlow[]): Promise<string[]> {
  const files = new Set(flows.map(({ location }) => path.join(PROJECT, location.file)));
  const texts = await Promise.all([...files].map((file) => readFile(file, 'utf8')));
  return texts.flatMap((text) => text.split('\n'));
}

/** Nothing for a sentence that needs no system. */
function waysOf({ kinds }: Sentence, fhir: FhirVocabulary, inPages: ReadonlySet<string>): Bilingual[] {
  return kinds.flatMap((kind) => {
    const needs = fhir.handler(kind)?.needs;
    const { workflows = [] } = needs ?? {};
    const api =
      needs === undefined
        ? both('api: går inte', 'api: cannot be tried')
        : workflows.length === 0
          ? both('api: varje FHIR R4-server som kan det', 'api: any FHIR R4 server that can')
          : both(
              `api: system som utför ${workflows.join(', ')}`,
              `api: systems that do ${workflows.join(', ')}`,
            );
    const pages = inPages.has(kind)
      ? both('webbläsare: referensmiljön', 'browser: the reference environment')
      : both('webbläsare: går inte', 'browser: cannot be tried');
    return [api, pages];
  });
}

import { createHash } from 'node:crypto';
import path from 'node:path';
import { words as laboratory } from '../care/laboratory/words.ts';
import { words as medication } from '../care/medication/words.ts';
import type { Drug } from '../domain/codes/drugs.ts';
import type { DeckCaseFacts } from '../domain/deck-evidence.ts';
import { InputError, inputErrorOf } from '../domain/input-error.ts';
import type { VitalSigns } from '../domain/news2.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { isUcum } from '../input/ucum.ts';
import { readYaml, type YamlPath, type YamlSource } from '../input/yaml-source.ts';
import { findScenario } from '../scenarios/find-scenario.ts';
import schema from '../scenarios/schema/deck.schema.json' with { type: 'json' };
import type { Deck, DeckQuestion, Event, Known, KnownAnswer, Ordered } from './deck.ts';
import { askedIn } from './told.ts';

interface WrittenOrder extends Partial<Pick<Drug, 'atc' | 'dose' | 'unit' | 'route' | 'timesPerDay'>> {
  readonly drug: string;
  readonly every?: 'day' | 'week';
}

/** What one half of a case may say. */
interface WrittenAsked {
  readonly patient?: DeckQuestion['patient'];
  readonly known?: {
    readonly allergies?: readonly string[];
    readonly conditions?: Readonly<Record<string, string>>;
    readonly weight?: number;
    readonly answers?: Readonly<Record<string, number>>;
    readonly drugs?: readonly WrittenOrder[];
  };
  readonly order?: WrittenOrder;
  readonly vitals?: Partial<VitalSigns>;
  readonly answers?: Readonly<Record<string, number>>;
}

interface WrittenCase extends Omit<DeckCaseFacts, 'asked' | 'twin'>, WrittenAsked {
  readonly twin: WrittenAsked & { readonly sv: string; readonly en: string };
}

/** A person of whom every measurement is normal. */
const NORMAL: VitalSigns = {
  respiratoryRate: 16,
  oxygenSaturation: 98,
  supplementalOxygen: false,
  systolicPressure: 125,
  heartRate: 72,
  consciousness: 'A',
  temperature: 37,
};

/**
 * Reads a deck by its name, of the rehearsal's own before Genrep's, or by its path, and checks all of it: every drug, test and
 * allergen is a word of the house, every unit UCUM. Throws InputError for all that is wrong, with line and column.
 */
export function loadDeck(pathOrName: string): Deck {
  const file = findScenario('decks', pathOrName);
  const source = readYaml(file);
  const written = checkSchema<{ title: Deck['title']; cases: WrittenCase[] }>(source, schema);
  const reader = new Reader(source);
  const read = written.cases.map((one, index) => reader.read(one, index, written.cases));
  const mistake = inputErrorOf(reader.mistakes);
  if (mistake !== undefined) throw mistake;
  return {
    name: path.basename(file, '.yaml'),
    title: written.title,
    hash: createHash('sha256').update(source.text).digest('hex'),
    cases: read.map(({ facts }) => facts),
    questions: read.flatMap(({ questions }) => questions),
  };
}

/** Reads cases and gathers what is wrong in them. */
class Reader {
  readonly mistakes: InputError[] = [];
  readonly #source: YamlSource;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  read(written: WrittenCase, index: number, all: readonly WrittenCase[]) {
    const at: YamlPath = ['cases', index];
    const { id, category, expect, says, source, sv, en, twin } = written;
    if (all.findIndex((one) => one.id === id) !== index)
      this.#refuse(`Fallet "${id}" står två gånger; ge var och ett sitt eget id.`, [...at, 'id']);
    const ofHarm: DeckQuestion = { kind: 'harm', case: id, ...this.#asked(written, at, () => at) };
    const ofTwin: DeckQuestion = {
      kind: 'twin',
      case: id,
      // What the twin does not say itself stands with the harm, and a mistake in it is one.
      ...this.#asked({ ...ofCase(written), ...twin }, at, (key) => (key in twin ? [...at, 'twin'] : at)),
    };
    const asked = askedIn(ofHarm);
    if (asked === askedIn(ofTwin))
      this.#refuse(`Tvillingen till "${id}" är likadan som faran; ändra den.`, [...at, 'twin']);
    const facts: DeckCaseFacts = {
      ...{ id, category, class: written.class, sv, en, asked, expect, source },
      says: says.map((word) => word.toLowerCase()),
      twin: { sv: twin.sv, en: twin.en, asked: askedIn(ofTwin) },
    };
    return { facts, questions: [ofHarm, ofTwin] };
  }

  /** @param placeOf where what stands under a key was written */
  #asked(
    written: WrittenAsked,
    at: YamlPath,
    placeOf: (key: keyof WrittenAsked) => YamlPath,
  ): Omit<DeckQuestion, 'kind' | 'case'> {
    const { patient = { age: 0, sex: 'female' } } = written;
    return {
      patient,
      known: this.#known(written.known, [...placeOf('known'), 'known']),
      event: this.#event(written, at, placeOf),
    };
  }

  #event(
    { order, vitals, answers }: WrittenAsked,
    at: YamlPath,
    placeOf: (key: keyof WrittenAsked) => YamlPath,
  ): Event {
    const said = [order, vitals, answers].filter((one) => one !== undefined);
    if (said.length !== 1) this.#refuse('Ange ett av order, vitals och answers: vad som har gjorts.', at);
    if (order !== undefined)
      return { kind: 'order', order: this.#ordered(order, [...placeOf('order'), 'order']) };
    if (vitals !== undefined) return { kind: 'vitals', values: { ...NORMAL, ...vitals } };
    return { kind: 'answers', answers: this.#answers(answers, [...placeOf('answers'), 'answers']) };
  }

  #known(written: WrittenAsked['known'], at: YamlPath): Known {
    const { allergies = [], conditions = {}, weight, answers, drugs = [] } = written ?? {};
    return {
      allergies: allergies.flatMap(
        (word, index) =>
          this.#word(medication.allergen, word, 'Överkänsligheten', [...at, 'allergies', index]) ?? [],
      ),
      conditions: Object.entries(conditions).map(([icd10, display]) => ({ icd10, display })),
      answers: this.#answers(answers, [...at, 'answers']),
      drugs: drugs.map((drug, index) => this.#ordered(drug, [...at, 'drugs', index])),
      ...(weight === undefined ? {} : { weight }),
    };
  }

  #answers(written: Readonly<Record<string, number>> = {}, at: YamlPath): KnownAnswer[] {
    return Object.entries(written).flatMap(([word, value]) => {
      const test = this.#word(laboratory.test, word, 'Provet', [...at, word]);
      return test === undefined ? [] : [{ test, value }];
    });
  }

  #ordered(written: WrittenOrder, at: YamlPath): Ordered {
    const { drug: word, every, atc, ...said } = written;
    const usual = medication.drug[word];
    const { unit } = said;
    if (unit !== undefined && !isUcum(unit))
      this.#refuse(
        `Enheten "${unit}" är inte UCUM; skriv den som UCUM (ucum.org), till exempel mg, ug eller [IU].`,
        [...at, 'unit'],
      );
    const { route = '', dose = 0 } = said;
    const told = { word, atc: atc ?? '', substance: word, timesPerDay: 1, route, dose, unit: unit ?? '' };
    const complete = [atc, said.dose, unit, said.route].every((one) => one !== undefined);
    // One that has a word is the house's own, whatever its code would be.
    if (usual === undefined && !complete)
      this.#word(medication.drug, word, 'Läkemedlet', [...at, 'drug'], OR_BY_ATC);
    if (usual !== undefined && atc !== undefined && atc !== usual.atc)
      this.#refuse(`${word} har ATC-koden ${usual.atc} i care/medication/words; stryk atc eller rätta den.`, [
        ...at,
        'atc',
      ]);
    return {
      drug: { ...(usual ?? told), ...said },
      weekly: every === 'week',
      ...(usual === undefined ? {} : { usual }),
    };
  }

  #word<W>(
    table: Readonly<Record<string, W>>,
    word: string,
    what: string,
    at: YamlPath,
    more = '',
  ): W | undefined {
    const found = Object.hasOwn(table, word) ? table[word] : undefined;
    if (found === undefined) {
      const near = didYouMean(word, Object.keys(table)) || '.';
      this.#refuse(`${what} "${word}" har inget ord i care/*/words${near}${more}`, at);
    }
    return found;
  }

  #refuse(sentence: string, at: YamlPath): void {
    this.mistakes.push(new InputError(sentence, this.#source.positionOf(at)));
  }
}

const OR_BY_ATC = ' Eller skriv det med atc, dose, unit och route.';

/** What the twin has in common with the harm, but for what was done where it says another. */
function ofCase({ patient, known, order, vitals, answers, twin }: WrittenCase): WrittenAsked {
  const done = [twin.order, twin.vitals, twin.answers].some((one) => one !== undefined)
    ? {}
    : { ...(order && { order }), ...(vitals && { vitals }), ...(answers && { answers }) };
  return { ...(patient && { patient }), ...(known && { known }), ...done };
}

import type { Bilingual as Words } from '../../pages/bilingual.ts';
import type { TestNumbers } from '../demography/test-numbers.ts';
import type { Manifest } from '../output/manifest.ts';
import type { PopulationData } from '../population-data.ts';
import type { Key } from './read/key.ts';
import type { Line } from './read/lines.ts';
import type { Person } from './read/person.ts';
import type { Said } from './read/said.ts';

export type { Words };

/** Where in a population something stands; the first line of a file is 1. */
export interface Place {
  /** Below the population's folder. */
  readonly file: string;
  readonly line: number;
}

/** One resource as it was read back. */
export interface ResourceLine {
  readonly place: Place;
  readonly type: string;
  readonly id: string;
  readonly resource: JsonObject;
  /** Of 'type/id'. */
  readonly key: Key;
  /** Only until the next line. */
  readonly said: Said;
  /** Whose record it belongs to; absent for units and staff. */
  readonly person: Person | undefined;
}

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** The people of a shard, by id of their Patient. */
export type People = ReadonlyMap<string, Person>;

/** What a rule may know of the population it watches. */
export interface CheckContext {
  readonly manifest: Manifest;
  /** What the files tell of region, diseases and codes. */
  readonly data: PopulationData;
  /** Numbers that an authority has set aside, beside those that are safe by themselves. */
  readonly testNumbers: TestNumbers;
  /** Epoch milliseconds of the first moment that is not told. */
  readonly until: number;
}

/** Tells what is wrong, and where. */
export type Tell = (place: Place, words: Words) => void;

/**
 * Watches every line of a population go by, shard by shard, in each the people first. Shards are watched side by side, on
 * many threads or machines: what must be judged of all of them together is given of each, as plain JSON, and taken by
 * the one who judges, in the order of shards.
 */
export interface Observer<Given = unknown> {
  /** The types of resource it looks at; all of them where absent. */
  readonly types?: readonly string[];
  beginShard?(people: People, folder: string): void;
  see?(line: ResourceLine): void;
  /** A line that is no JSON but a message. */
  seeText?(place: Place, line: Line): void;
  /** Called when all lines of a shard have gone by; what is kept of its people should be let go. */
  endShard?(people: People): void;
  /** What is to be known of the shard that has ended, which is then forgotten. */
  give?(): Given;
  take?(given: Given): void;
  /** Called when all shards have been taken. */
  end?(): void;
  /** Watches all lines once more, on one thread, where that is needed to judge: seldom. Called after `end`. */
  again?(): Observer | undefined;
}

/** Something that must hold on every line. */
export interface Rule<Given = unknown> {
  readonly name: string;
  readonly title: Words;
  /** Why it cannot be judged on this population, where it cannot. */
  notFor?(manifest: Manifest): Words | undefined;
  watch(context: CheckContext, tell: Tell): Observer<Given>;
}

/** A part of a population is no place to count in or to find what others refer to. */
export const onlyOfWholePopulations = ({ choices }: Manifest): Words | undefined =>
  choices.since === undefined
    ? undefined
    : {
        sv: `mappen innehåller bara det som är nytt sedan ${choices.since}`,
        en: `the folder holds only what is new since ${choices.since}`,
      };

import { FhirEmitter } from '../fhir/emit-fhir.ts';
import type { History } from '../history/history.ts';
import { Hl7v2Emitter } from '../hl7v2/emit-hl7v2.ts';
import type { Population } from '../population.ts';
import { identityGuard } from './identity-guard.ts';
import type { Format } from './manifest.ts';
import { BundleLine, ResourceLines } from './resource-sinks.ts';
import type { FolderWriter } from './whole-folder.ts';

/** Writes one person's history into a folder. */
export type WriteHistory = (history: History, writer: FolderWriter) => void;

/** One way of writing for each format. */
export const WRITERS: Readonly<Record<Format, (population: Population) => WriteHistory>> = {
  ndjson: (population) => {
    const emitter = fhirEmitter(population);
    let lines: ResourceLines | undefined;
    return (history, writer) => {
      if (lines?.folder !== writer) lines = new ResourceLines(writer);
      emitter.emit(history, lines);
    };
  },

  /** One transaction a person, a line each. */
  bundle: (population) => {
    const emitter = fhirEmitter(population);
    return (history, writer) => {
      const bundle = new BundleLine(writer);
      emitter.emit(history, bundle);
      bundle.close();
    };
  },

  /** A message a line: its segments end with carriage return, the message with line feed. */
  hl7v2: ({ slugs, testNumbers }) => {
    const emitter = new Hl7v2Emitter(slugs, identityGuard(testNumbers));
    return (history, writer) => {
      emitter.emit(history, (type, text) => {
        const messages = writer.lines('messages.hl7', 'HL7v2');
        messages.line.text(text);
        messages.endLine();
        writer.count(type);
      });
    };
  },
};

export function fhirEmitter({ slugs, testNumbers, census }: Population): FhirEmitter {
  const names = new Map(census.municipalities.map(({ code, name }) => [code, name]));
  return new FhirEmitter(slugs, identityGuard(testNumbers), names);
}

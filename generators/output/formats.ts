import { FhirEmitter } from '../fhir/emit-fhir.ts';
import { rememberedText } from '../fhir/json.ts';
import type { History } from '../history/history.ts';
import { Hl7v2Emitter } from '../hl7v2/emit-hl7v2.ts';
import type { Population } from '../population.ts';
import { identityGuard } from './identity-guard.ts';
import type { Format } from './manifest.ts';
import type { FolderWriter } from './whole-folder.ts';

/** Writes one person's history into a folder. */
export type WriteHistory = (history: History, writer: FolderWriter) => void;

const fileOf = rememberedText((type) => `${type}.ndjson`);

/** One way of writing for each format. */
export const WRITERS: Readonly<Record<Format, (population: Population) => WriteHistory>> = {
  ndjson: (population) => {
    const emitter = fhirEmitter(population);
    return (history, writer) => {
      emitter.emit(history, (type, _id, json) => {
        writer.line(fileOf(type), type, json);
      });
    };
  },

  /** One transaction a person, a line each. */
  bundle: (population) => {
    const emitter = fhirEmitter(population);
    return (history, writer) => {
      const entries: string[] = [];
      emitter.emit(history, (type, id, json) => {
        entries.push(`{"resource":${json},"request":{"method":"PUT","url":"${type}/${id}"}}`);
        writer.count(type);
      });
      if (entries.length === 0) return;
      const bundle = `{"resourceType":"Bundle","type":"transaction","entry":[${entries.join(',')}]}`;
      writer.line('Bundle.ndjson', 'Bundle', bundle);
    };
  },

  /** A message a line: its segments end with carriage return, the message with line feed. */
  hl7v2: ({ slugs, testNumbers }) => {
    const emitter = new Hl7v2Emitter(slugs, identityGuard(testNumbers));
    return (history, writer) => {
      emitter.emit(history, (type, text) => {
        writer.line('messages.hl7', 'HL7v2', text);
        writer.count(type);
      });
    };
  },
};

export function fhirEmitter({ slugs, testNumbers, census }: Population): FhirEmitter {
  const names = new Map(census.municipalities.map(({ code, name }) => [code, name]));
  return new FhirEmitter(slugs, identityGuard(testNumbers), names);
}

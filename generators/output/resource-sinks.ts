import type { ResourceSink } from '../fhir/emit-fhir.ts';
import type { Lines } from './line-file.ts';
import { around, type Utf8Writer, utf8, type Written } from './utf8-writer.ts';
import type { FolderWriter } from './whole-folder.ts';

/** A file per type, a line per resource. */
export class ResourceLines implements ResourceSink {
  readonly folder: FolderWriter;
  readonly #byType = new Map<string, Lines>();
  #lines: Lines | undefined;

  constructor(folder: FolderWriter) {
    this.folder = folder;
  }

  begin(type: string): Utf8Writer {
    const lines = this.#byType.get(type) ?? this.#open(type);
    this.#lines = lines;
    return lines.line;
  }

  end(): void {
    this.#lines?.endLine();
  }

  #open(type: string): Lines {
    const lines = this.folder.lines(`${type}.ndjson`, type);
    this.#byType.set(type, lines);
    return lines;
  }
}

/** All resources of a person as one transaction, in one line. */
export class BundleLine implements ResourceSink {
  readonly #folder: FolderWriter;
  #lines: Lines | undefined;
  #type = '';
  #id: Written | undefined;

  constructor(folder: FolderWriter) {
    this.#folder = folder;
  }

  begin(type: string, id: Written): Utf8Writer {
    const isFirst = this.#lines === undefined;
    this.#lines ??= this.#folder.lines('Bundle.ndjson', 'Bundle');
    this.#type = type;
    this.#id = id;
    this.#folder.count(type);
    return this.#lines.line.add(isFirst ? BUNDLE : NEXT);
  }

  end(): void {
    if (this.#id === undefined) return;
    this.#lines?.line.add(REQUEST).text(`${this.#type}/`).part(this.#id).add(END);
  }

  /** Ends the transaction, where there is one. */
  close(): void {
    this.#lines?.line.add(END_OF_BUNDLE);
    this.#lines?.endLine();
  }
}

const BUNDLE = utf8('{"resourceType":"Bundle","type":"transaction","entry":[{"resource":');
const NEXT = utf8(',{"resource":');
const [REQUEST, END] = around`,"request":{"method":"PUT","url":"${'type/id'}"}}`;
const END_OF_BUNDLE = utf8(']}');

import { type Fragment, type Utf8Writer, utf8, utf8InPassing, type Written } from '../output/utf8-writer.ts';
import type { Id } from './ids.ts';

/** Whom a resource is about, and in which contact it was written: '"subject":{…},"encounter":{…}'. */
export class About implements Written {
  /** '{"reference":"Patient/p-000042"}' */
  readonly reference: Fragment;
  /** The person alone: '"subject":{…}'. */
  readonly person: Fragment;
  /** Undefined where nobody met the person. */
  contact: Id | undefined;
  readonly #inContact: Fragment;

  /** `element`: what FHIR calls the person in such resources; `patient`: key of the person. */
  constructor(element: 'subject' | 'patient', patient: string) {
    const reference = `{"reference":"Patient/${patient}"}`;
    const person = `"${element}":${reference}`;
    this.reference = utf8InPassing(reference);
    this.person = utf8InPassing(person);
    this.#inContact = utf8InPassing(`${person},"encounter":{"reference":"Encounter/`);
  }

  writeTo(out: Utf8Writer): void {
    if (this.contact === undefined) out.add(this.person);
    else out.add(this.#inContact).part(this.contact).add(END_OF_REFERENCE);
  }
}

const END_OF_REFERENCE = utf8('"}');

import type { KeptFile } from './attachments.ts';
import { type Finding, finding } from './finding.ts';
import { Lifecycle } from './lifecycle.ts';
import { eventOf } from './record.ts';
import type { Scanned } from './scan.ts';
import { isEvent, requireKnownVersion, schemaFault } from './schema.ts';
import { Upgrader } from './upgrade.ts';

/** Looks at what the records of a sound journal say, one after the other, for what no run can say. */
export class EventCheck {
  readonly #path: string;
  readonly #lifecycle = new Lifecycle();
  readonly #upgrader = new Upgrader();
  readonly #invalid: Finding[] = [];
  readonly #disorder: Finding[] = [];
  /** The files that the run kept. */
  readonly attachments: KeptFile[] = [];

  /** @param path what messages call the journal */
  constructor(path: string) {
    this.#path = path;
  }

  /** Where a record says nothing that can be understood, the order of the rest says nothing more. */
  get findings(): readonly Finding[] {
    return this.#invalid.length > 0 ? this.#invalid : this.#disorder;
  }

  /** Throws EvidenceError for a run of a newer Genrep. */
  see(record: Scanned): void {
    const place = { line: record.seq, offset: record.offset };
    const said = eventOf(record);
    requireKnownVersion(said, `${this.#path}:${record.seq}`);
    const event = this.#upgrader.upgrade(said, record.at);
    if (!isEvent(event)) {
      this.#invalid.push(finding('invalid', place, schemaFault(event)));
      return;
    }
    if (event.type === 'attachment') this.attachments.push(event);
    if (event.type === 'lab-picture' && event.file !== undefined)
      this.attachments.push({ file: event.file, sha256: event.sha256 });
    const fault = this.#lifecycle.disorder(event);
    if (fault !== undefined) this.#disorder.push(finding('invalid', place, fault));
  }
}

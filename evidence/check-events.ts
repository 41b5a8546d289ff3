import { type Finding, finding } from './finding.ts';
import { Lifecycle } from './lifecycle.ts';
import type { Line } from './lines.ts';
import { eventOf, openRecord } from './record.ts';
import { isEvent, requireKnownVersion, schemaFault } from './schema.ts';
import { Upgrader } from './upgrade.ts';

/** What the sound records of a journal say that no run can say. Throws EvidenceError for a run of a newer Genrep. */
export async function checkEvents(
  journal: AsyncIterable<readonly Line[]>,
  path: string,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const disorder: Finding[] = [];
  const lifecycle = new Lifecycle();
  const upgrader = new Upgrader();
  for await (const lines of journal) {
    for (const { number, offset, bytes, ended } of lines) {
      const record = openRecord(bytes);
      if (record.state !== 'sound' || !ended) continue;
      const place = { line: number, offset };
      const said = eventOf(record);
      requireKnownVersion(said, `${path}:${number}`);
      const event = upgrader.upgrade(said, record.at);
      if (!isEvent(event)) {
        findings.push(finding('invalid', place, schemaFault(event)));
        continue;
      }
      const fault = lifecycle.disorder(event);
      if (fault !== undefined) disorder.push(finding('invalid', place, fault));
    }
  }
  // Where a record says nothing that can be understood, the order of the rest says nothing more.
  return findings.length > 0 ? findings : disorder;
}

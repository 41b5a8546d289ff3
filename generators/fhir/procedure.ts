import type { Concept } from '../disease/codes.ts';
import type { ProcedureFact } from '../history/facts.ts';
import { around, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import type { Id } from './ids.ts';
import { quoted, remembered } from './json.ts';
import { HISTORY_SYSTEMS } from './systems.ts';
import { instant, lastUpdated } from './time.ts';

const procedureCode = remembered(({ code, display }: Concept) =>
  utf8(
    `"},"status":"completed","code":{"coding":[{"system":"${HISTORY_SYSTEMS.kva}","code":"${code}","display":${quoted(display)}}]},`,
  ),
);

const [PROCEDURE, PERFORMED, END] =
  around`{"resourceType":"Procedure","id":"${'id, lastUpdated, code, subject'},"performedDateTime":"${'at'}"}`;

export function procedureJson(out: Utf8Writer, id: Id, { concept, at }: ProcedureFact, subject: About): void {
  out.add(PROCEDURE).part(id).add(lastUpdated(at)).add(procedureCode(concept));
  out.part(subject).add(PERFORMED).add(instant(at)).add(END);
}

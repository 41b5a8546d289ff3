import type { Concept } from '../disease/codes.ts';
import type { ProcedureFact } from '../history/facts.ts';
import { quoted, remembered } from './json.ts';
import { HISTORY_SYSTEMS } from './systems.ts';
import { instantText } from './time.ts';

const procedureCode = remembered(
  ({ code, display }: Concept) =>
    `"code":{"coding":[{"system":"${HISTORY_SYSTEMS.kva}","code":"${code}","display":${quoted(display)}}]},`,
);

export function procedureJson(
  id: string,
  { concept, at }: ProcedureFact,
  subject: string,
  encounter: string,
): string {
  const time = instantText(at);
  return (
    `{"resourceType":"Procedure","id":"${id}","meta":{"lastUpdated":"${time}"},"status":"completed",` +
    `${procedureCode(concept)}${subject}${encounter},"performedDateTime":"${time}"}`
  );
}

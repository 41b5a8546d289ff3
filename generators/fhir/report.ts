import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { ReportFact } from '../history/facts.ts';
import { quoted, rememberedText } from './json.ts';
import { instantText } from './time.ts';

const LABORATORY =
  '"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"LAB"}]}],';
const LABORATORY_PROCEDURE = `"category":[{"coding":[{"system":"${SYSTEMS.snomed}","code":"108252007","display":"Laboratory procedure"}]}],`;
const code = rememberedText((title) => `"code":{"text":${quoted(title)}},`);

export const orderId = (report: string): string => `${report}-remiss`;
export const resultId = (report: string, place: number): string => `${report}-${place}`;

/** The order that the laboratory answered. */
export const orderJson = (
  id: string,
  { title, at, issued }: ReportFact,
  subject: string,
  encounter: string,
): string =>
  `{"resourceType":"ServiceRequest","id":"${orderId(id)}","meta":{"lastUpdated":"${instantText(issued)}"},` +
  `"status":"completed","intent":"order",${LABORATORY_PROCEDURE}${code(title)}${subject}${encounter},` +
  `"authoredOn":"${instantText(at)}"}`;

export function diagnosticReportJson(
  id: string,
  fact: ReportFact,
  subject: string,
  encounter: string,
): string {
  const { title, results, at } = fact;
  const issued = instantText(fact.issued);
  let references = '';
  for (let place = 0; place < results.length; place++) {
    references += `${place === 0 ? '' : ','}{"reference":"Observation/${resultId(id, place)}"}`;
  }
  return (
    `{"resourceType":"DiagnosticReport","id":"${id}","meta":{"lastUpdated":"${issued}"},` +
    `"basedOn":[{"reference":"ServiceRequest/${orderId(id)}"}],"status":"final",${LABORATORY}${code(title)}` +
    `${subject}${encounter},"effectiveDateTime":"${instantText(at)}","issued":"${issued}","result":[${references}]}`
  );
}

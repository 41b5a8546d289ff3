import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { ReportFact } from '../history/facts.ts';
import { around, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import { type Id, numbered } from './ids.ts';
import { quoted, rememberedBy } from './json.ts';
import { instant, lastUpdated } from './time.ts';

const LABORATORY =
  '"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"LAB"}]}],';
const LABORATORY_PROCEDURE = `"category":[{"coding":[{"system":"${SYSTEMS.snomed}","code":"108252007","display":"Laboratory procedure"}]}],`;

const ORDER = utf8('-remiss');

export const orderId = (report: Id): Id => report.with(ORDER);
export const resultId = (report: Id, place: number): Id => report.with(numbered(place));

const orderOf = rememberedBy((title: string) =>
  utf8(`"},"status":"completed","intent":"order",${LABORATORY_PROCEDURE}"code":{"text":${quoted(title)}},`),
);

const [SERVICE_REQUEST, AUTHORED, END_OF_ORDER] =
  around`{"resourceType":"ServiceRequest","id":"${'id, lastUpdated, order, subject'},"authoredOn":"${'at'}"}`;

/** The order that the laboratory answered. */
export function orderJson(out: Utf8Writer, id: Id, { title, at, issued }: ReportFact, subject: About): void {
  out.add(SERVICE_REQUEST).part(id).add(lastUpdated(issued)).add(orderOf(title));
  out.part(subject).add(AUTHORED).add(instant(at)).add(END_OF_ORDER);
}

const answerOf = rememberedBy((title: string) =>
  utf8(`"}],"status":"final",${LABORATORY}"code":{"text":${quoted(title)}},`),
);

const [REPORT, BASED_ON, EFFECTIVE, ISSUED, RESULT, NEXT_RESULT, END] =
  around`{"resourceType":"DiagnosticReport","id":"${'id, lastUpdated'}"},"basedOn":[{"reference":"ServiceRequest/${'order, answer, subject'},"effectiveDateTime":"${'at'}","issued":"${'issued'}","result":[{"reference":"Observation/${'result'}"},{"reference":"Observation/${'result'}"}]}`;
const NO_RESULTS = utf8('","result":[]}');

export function diagnosticReportJson(
  out: Utf8Writer,
  id: Id,
  { title, results, at, issued }: ReportFact,
  subject: About,
): void {
  out.add(REPORT).part(id).add(lastUpdated(issued)).add(BASED_ON).part(orderId(id));
  out.add(answerOf(title)).part(subject).add(EFFECTIVE).add(instant(at)).add(ISSUED).add(instant(issued));
  if (results.length === 0) {
    out.add(NO_RESULTS);
    return;
  }
  for (let place = 0; place < results.length; place++) {
    out.add(place === 0 ? RESULT : NEXT_RESULT).part(resultId(id, place));
  }
  out.add(END);
}

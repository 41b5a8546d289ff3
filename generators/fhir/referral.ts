import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { ReferralFact } from '../history/facts.ts';
import { around, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import type { Id } from './ids.ts';
import { quoted, rememberedBy } from './json.ts';
import { instant, lastUpdated } from './time.ts';

const REFERRAL = `"category":[{"coding":[{"system":"${SYSTEMS.snomed}","code":"3457005","display":"Patient referral"}],"text":"Remiss"}],`;
const referralTo = rememberedBy((to: string) =>
  utf8(`"},"status":"completed","intent":"order",${REFERRAL}"code":{"text":${quoted(`Remiss till ${to}`)}},`),
);
const performer = rememberedBy((to: string) => utf8(`"performerType":{"text":${quoted(to)}},`));
const reason = rememberedBy((question: string) => utf8(`"reasonCode":[{"text":${quoted(question)}}]}`));

const [SERVICE_REQUEST, AUTHORED, PERFORMER] =
  around`{"resourceType":"ServiceRequest","id":"${'id, lastUpdated, referral, subject'},"authoredOn":"${'at'}",${'performer, reason'}`;

export function referralJson(
  out: Utf8Writer,
  id: Id,
  { to, question, at }: ReferralFact,
  subject: About,
): void {
  out.add(SERVICE_REQUEST).part(id).add(lastUpdated(at)).add(referralTo(to)).part(subject);
  out.add(AUTHORED).add(instant(at)).add(PERFORMER).add(performer(to)).add(reason(question));
}

import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { ReferralFact } from '../history/facts.ts';
import { quoted, rememberedText } from './json.ts';
import { instantText } from './time.ts';

const REFERRAL = `"category":[{"coding":[{"system":"${SYSTEMS.snomed}","code":"3457005","display":"Patient referral"}],"text":"Remiss"}],`;
const text = rememberedText(quoted);

export function referralJson(
  id: string,
  { to, question, at }: ReferralFact,
  subject: string,
  encounter: string,
): string {
  const time = instantText(at);
  return (
    `{"resourceType":"ServiceRequest","id":"${id}","meta":{"lastUpdated":"${time}"},"status":"completed",` +
    `"intent":"order",${REFERRAL}"code":{"text":${text(`Remiss till ${to}`)}},${subject}${encounter},` +
    `"authoredOn":"${time}","performerType":{"text":${text(to)}},"reasonCode":[{"text":${text(question)}}]}`
  );
}

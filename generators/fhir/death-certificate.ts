import type { DeathFact } from '../history/facts.ts';
import { quoted } from './json.ts';
import { dateOf, instantText } from './time.ts';

/** Dödsorsaksintyg: the one thing that is written of a person after death. LOINC 64297-5, death certificate. */
export function deathCertificateJson(id: string, { cause, at }: DeathFact, subject: string): string {
  const time = instantText(at);
  const words = `Dödsorsaksintyg. Avliden ${dateOf(at)}. Underliggande dödsorsak: ${cause.code} ${cause.display}.`;
  return (
    `{"resourceType":"DocumentReference","id":"${id}","meta":{"lastUpdated":"${time}"},"status":"current",` +
    `"docStatus":"final","type":{"coding":[{"system":"http://loinc.org","code":"64297-5","display":"Death certificate"}],"text":"Dödsorsaksintyg"},` +
    `${subject},"date":"${time}","description":${quoted(`${cause.code} ${cause.display}`)},` +
    `"content":[{"attachment":{"contentType":"text/plain; charset=utf-8","title":"Dödsorsaksintyg",` +
    `"data":"${Buffer.from(words).toString('base64')}"}}]}`
  );
}

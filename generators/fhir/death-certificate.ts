import type { DeathFact } from '../history/facts.ts';
import type { Utf8Writer } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import type { Id } from './ids.ts';
import { quoted } from './json.ts';
import { dateOf, instantText } from './time.ts';

/** Dödsorsaksintyg: the one thing that is written of a person after death. LOINC 64297-5, death certificate. */
export function deathCertificateJson(
  out: Utf8Writer,
  id: Id,
  { cause, at }: DeathFact,
  subject: About,
): void {
  const time = instantText(at);
  const words = `Dödsorsaksintyg. Avliden ${dateOf(at)}. Underliggande dödsorsak: ${cause.code} ${cause.display}.`;
  out
    .text('{"resourceType":"DocumentReference","id":"')
    .part(id)
    .text(
      `","meta":{"lastUpdated":"${time}"},"status":"current","docStatus":"final",` +
        `"type":{"coding":[{"system":"http://loinc.org","code":"64297-5","display":"Death certificate"}],"text":"Dödsorsaksintyg"},`,
    );
  out
    .part(subject)
    .text(
      `,"date":"${time}","description":${quoted(`${cause.code} ${cause.display}`)},` +
        `"content":[{"attachment":{"contentType":"text/plain; charset=utf-8","title":"Dödsorsaksintyg",` +
        `"data":"${Buffer.from(words).toString('base64')}"}}]}`,
    );
}

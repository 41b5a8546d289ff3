import type { Page } from 'playwright';
import type { Named } from '../../domain/fact.ts';
import type { Patient } from '../../domain/patient.ts';
import { DAY } from '../../domain/time.ts';
import { containsWord } from '../driver/shielding.ts';

/** The banner of the patient's page as it stands there now; undefined where no patient's page is open. */
export async function bannerOn(page: Page): Promise<string | undefined> {
  const banner = page.getByRole('region', { name: 'Patient', exact: true }).locator('dl.facts');
  const [text] = await banner.allInnerTexts();
  return text;
}

/** What of a banner is not the patient's own, in words without names or numbers. */
export function bannerFaults(
  banner: string,
  { identifier, givenName, familyName, birthDate, sex, address, protectedIdentity }: Patient,
  now: number,
): Named['faults'] {
  const shows = (word: string) => containsWord(banner, word);
  const isNamed = shows(givenName) && shows(familyName);
  const isPlaced = banner.includes(address.line);
  const ages = [now - DAY, now, now + DAY].map((at) => `${ageAt(birthDate, at)} år`);
  return [
    ...(banner.includes(identifier.value) ? [] : ['personnumret är ett annat']),
    ...(ages.some((age) => banner.includes(age)) ? [] : ['åldern är en annan']),
    ...(shows(SEXES[sex]) ? [] : ['kön är ett annat']),
    ...(protectedIdentity
      ? [
          ...(shows(familyName) || shows(givenName) ? ['namnet går att läsa fast det är skyddat'] : []),
          ...(isPlaced ? ['adressen går att läsa fast den är skyddad'] : []),
        ]
      : [...(isNamed ? [] : ['namnet är ett annat']), ...(isPlaced ? [] : ['adressen är en annan'])]),
  ];
}

const SEXES = { female: 'kvinna', male: 'man' } as const;

/** Whole years since birth. */
function ageAt(birthDate: string, time: number): number {
  const [born, day] = [new Date(birthDate), new Date(time)];
  const years = day.getUTCFullYear() - born.getUTCFullYear();
  const hadBirthday =
    day.getUTCMonth() > born.getUTCMonth() ||
    (day.getUTCMonth() === born.getUTCMonth() && day.getUTCDate() >= born.getUTCDate());
  return hadBirthday ? years : years - 1;
}

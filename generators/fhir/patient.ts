import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Inhabitant } from '../demography/inhabitant.ts';
import type { Minute } from '../history/calendar.ts';
import type { History } from '../history/history.ts';
import type { IdentityGuard } from '../output/identity-guard.ts';
import type { Utf8Writer } from '../output/utf8-writer.ts';
import type { Id } from './ids.ts';
import { quoted, rememberedBy } from './json.ts';
import { instantText } from './time.ts';

const PATIENT = 'http://hl7.se/fhir/ig/base/StructureDefinition/SEBasePatient';
const PROTECTED = `"security":[{"system":"${SYSTEMS.securityLabel}","code":"sekretessmarkering"}],`;

/**
 * The person as the population register tells it, with the identifiers of the Swedish base profiles. Written once
 * a person, and so as text.
 */
export function patientJson(
  out: Utf8Writer,
  history: History,
  changed: Minute,
  municipality: string,
  guard: IdentityGuard,
): void {
  const { person, death, listedAt, pupil, until } = history;
  const { countryOfBirth, interpreter } = person.origin;
  out.text(
    `{"resourceType":"Patient","id":"${person.key}","meta":{"lastUpdated":"${instantText(changed)}",` +
      `${person.protectedIdentity ? PROTECTED : ''}"profile":["${PATIENT}"]},` +
      `"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthPlace","valueAddress":{"country":"${countryOfBirth}"}}` +
      `${interpreter === undefined ? '' : INTERPRETER}],` +
      `"identifier":[${identifierJson(person, guard)}],"active":true,${nameJson(person)},` +
      `"gender":"${person.sex}","birthDate":"${person.birthDate}",` +
      (death !== undefined && death.at < until ? `"deceasedDateTime":"${instantText(death.at)}",` : '') +
      `"address":[${addressJson(person, municipality)}],` +
      (interpreter === undefined
        ? ''
        : `"communication":[{"language":${language(interpreter)},"preferred":true}],`) +
      schoolJson(pupil?.schoolClass?.key) +
      `"managingOrganization":{"reference":"Organization/${listedAt.key}"}}`,
  );
}

/** A guardian of a child, as the child's record knows them. */
export function relatedPersonJson(
  out: Utf8Writer,
  id: Id,
  child: History,
  guardian: Inhabitant,
  changed: Minute,
  guard: IdentityGuard,
): void {
  const shared = child.person.household.sharedCustody ? 'Vårdnadshavare, gemensam vårdnad' : 'Vårdnadshavare';
  out
    .text('{"resourceType":"RelatedPerson","id":"')
    .part(id)
    .text(
      `","meta":{"lastUpdated":"${instantText(changed)}"` +
        `${guardian.protectedIdentity ? `,${PROTECTED.slice(0, -1)}` : ''}},` +
        `"identifier":[${identifierJson(guardian, guard)}],"active":true,` +
        `"patient":{"reference":"Patient/${child.person.key}"},` +
        `"relationship":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"GUARD"}],"text":"${shared}"}],` +
        `${nameJson(guardian)},"gender":"${guardian.sex}","birthDate":"${guardian.birthDate}"}`,
    );
}

/** School is whom to reach about a pupil by day. */
const schoolJson = (key: string | undefined): string =>
  key === undefined
    ? ''
    : `"contact":[{"relationship":[{"text":"Skolklass"}],"organization":{"reference":"Organization/${key}"}}],`;

const INTERPRETER =
  ',{"url":"http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired","valueBoolean":true}';

const language = rememberedBy(
  (code: string) =>
    `{"coding":[{"system":"urn:ietf:bcp:47","code":"${code}"}],"text":${quoted(new Intl.DisplayNames('sv', { type: 'language' }).of(code) ?? code)}}`,
);

const name = rememberedBy(quoted);

const nameJson = ({ givenName, familyName }: Inhabitant): string =>
  `"name":[{"use":"official","family":${name(familyName)},"given":[${name(givenName)}]}]`;

function identifierJson({ identifier }: Inhabitant, guard: IdentityGuard): string {
  guard(identifier);
  return `{"use":"official","system":"${identifier.system}","value":"${identifier.value}"}`;
}

const addressJson = ({ address }: Inhabitant, municipality: string): string =>
  `{"use":"home","line":["${address.line}"],"city":${name(address.city)},"district":${name(municipality)},` +
  `"postalCode":"${address.postalCode}","country":"SE"}`;

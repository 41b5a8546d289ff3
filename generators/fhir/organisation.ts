import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { SchoolClass } from '../organisation/school-classes.ts';
import type { StaffMember } from '../organisation/staff.ts';
import type { Unit } from '../organisation/units.ts';
import { quoted } from './json.ts';

const hsaId = (value: string): string => `"identifier":[{"system":"${SYSTEMS.hsaId}","value":"${value}"}]`;

export const organizationJson = ({ key, name, kind, hsaId: id, partOf }: Unit): string =>
  `{"resourceType":"Organization","id":"${key}",${hsaId(id)},"active":true,` +
  `"type":[{"coding":[{"system":"${SYSTEMS.genrep}","code":"${kind}"}]}],"name":${quoted(name)}` +
  `${partOf === undefined ? '' : `,"partOf":{"reference":"Organization/${partOf.key}"}`}}`;

export const schoolClassJson = ({ key, name, hsaId: id, school }: SchoolClass): string =>
  `{"resourceType":"Organization","id":"${key}",${hsaId(id)},"active":true,` +
  `"type":[{"coding":[{"system":"${SYSTEMS.genrep}","code":"school-class"}]}],"name":"${name}",` +
  `"partOf":{"reference":"Organization/${school.key}"}}`;

export const practitionerJson = (member: StaffMember): string =>
  `{"resourceType":"Practitioner","id":"${member.key}",${hsaId(member.hsaId)},"active":true,` +
  `"name":[{"family":${quoted(member.familyName)},"given":[${quoted(member.givenName)}]}],"gender":"${member.sex}"}`;

export const practitionerRoleJson = ({ key, unit, title }: StaffMember): string =>
  `{"resourceType":"PractitionerRole","id":"${key}","active":true,"practitioner":{"reference":"Practitioner/${key}"},` +
  `"organization":{"reference":"Organization/${unit.key}"},"code":[{"text":${quoted(title)}}]}`;

import type { PersonIdentifier } from '../patient.ts';
import { SYSTEMS } from './systems.ts';

/**
 * Names of code systems in HL7's table 0396. Those that have none there are local, '99' and three signs: ICD-10-SE, which
 * is finer than WHO's ICD-10 (I10), KVÅ, NPU, and codes of ours.
 */
export const CODING = {
  icd10se: '99ISE',
  kva: '99KVA',
  npu: '99NPU',
  genrep: '99GEN',
  atc: 'WC',
  loinc: 'LN',
  snomed: 'SCT',
  ucum: 'UCUM',
} as const;

/** Systems of people's numbers, the one to know somebody by first. */
export const PERSON_NUMBERS: readonly string[] = [
  SYSTEMS.personnummer,
  SYSTEMS.samordningsnummer,
  SYSTEMS.nationalReserveNumber,
  SYSTEMS.regionalReserveNumber,
];

const NATIONAL: ReadonlySet<string> = new Set([SYSTEMS.personnummer, SYSTEMS.samordningsnummer]);
const OID = 'urn:oid:';

/** Who gives a number out, as HD: by OID, else by the last part of its system. */
const assignerOf = (system: string): string =>
  system.startsWith(OID) ? `&${system.slice(OID.length)}&ISO` : system.slice(system.lastIndexOf('/') + 1);

/** A person's number as CX: of the nation's, NNSWE; a reserve number is an internal one of whoever gives it out. */
export const numberField = ({ system, value }: PersonIdentifier): string =>
  `${value}^^^${assignerOf(system)}^${NATIONAL.has(system) ? 'NNSWE' : 'PI'}`;

/** Whose number of which system a CX holds; undefined where who gave it out is none that we know. */
export function readNumberField(cx: string): PersonIdentifier | undefined {
  const [value = '', , , assigner] = cx.split('^');
  const system = PERSON_NUMBERS.find((each) => assignerOf(each) === assigner);
  return system === undefined ? undefined : { system, value };
}

import { describe, expect, it } from 'vitest';
import { RuleFindings } from '../../findings.ts';
import { contextOf } from '../../testing/watch.ts';
import { badEscapeIn } from './escapes.ts';
import { MESSAGES } from './messages.ts';

const HEADER =
  'MSH|^~\\&|GENREP|GENREP|MOTTAGARE|REGION|20240102030405+0100||ADT^A28^ADT_A05|1|T|2.5|||||SWE|UNICODE UTF-8\r';
const PERSON = 'PID|1||191212121212^^^personnummer^NNSWE||Åkesson^Märta||19121212|F\r';
const KIN = 'NK1|1|Åkesson^Nils|GRD^Ingen växt.\\.br\\Svar \\T\\ råd: 5 \\E\\ 7\r';
const SOUND = `${HEADER}EVN|A28|20240102030405+0100\r${PERSON}${KIN}PV1|1|N\r`;

async function found(...texts: readonly string[]) {
  const findings = new RuleFindings(MESSAGES.name);
  const observer = MESSAGES.watch(await contextOf({ format: 'hl7v2' }), findings.tell);
  texts.forEach((text, place) => {
    const isText = !text.includes('\u0000');
    observer.seeText?.({ file: 'messages.hl7', line: place + 1 }, { number: place + 1, text, isText });
  });
  observer.take?.(observer.give?.() ?? []);
  return findings.findings.map(({ place, words }) => `${place.line}: ${words.sv}`);
}

describe('messages', () => {
  it('are sound', async () => {
    expect(await found(SOUND, SOUND.replace('|1|T|', '|2|T|'))).toEqual([]);
  });

  it.each([
    ['a header that is none', SOUND.replace('MSH|', 'MSX|'), 'börjar inte med'],
    ['a message cut off', SOUND.slice(0, -3), 'avbrutet'],
    ['another version', SOUND.replace('|2.5|', '|2.3|'), 'version 2.3'],
    ['another character set', SOUND.replace('UNICODE UTF-8', '8859/1'), '8859/1'],
    ['a text that became a segment', SOUND.replace('\\.br\\', '\r'), 'är inget segment'],
    ['a backslash by itself', SOUND.replace('\\E\\', '\\'), 'ingen escapesekvens'],
    ['an escape that is none', SOUND.replace('\\T\\', '\\Q\\'), '"\\Q\\"'],
    ['UTF-8 read as Latin-1', SOUND.replace('växt', 'vÃ¤xt'), 'teckenkodningen'],
    ['bytes that are no text', SOUND.replace('växt', 'v\u0000xt'), 'teckenkodningen'],
    ['a number that could be somebody’s', SOUND.replace('191212121212', '196003011248'), 'levande person'],
    [
      'a guardian’s number that could be somebody’s',
      SOUND.replace(KIN, `NK1|1${'|'.repeat(32)}196003011248^^^personnummer^NNSWE\r`),
      'NK1-33 kan tillhöra en levande person',
    ],
    ['a number of nobody’s system', SOUND.replace('^^^personnummer^', '^^^folkbok^'), 'levande person'],
    ['nobody', SOUND.replace(PERSON, ''), 'PID saknas efter EVN (segment 2)'],
  ])('are found with %s', async (_what, text, words) => {
    const [first, ...rest] = await found(text);
    expect(first).toContain(words);
    expect(rest).toEqual([]);
  });

  it('are told to be unsafe even where the structure is at fault', async () => {
    const both = await found(SOUND.replace('191212121212', '196003011248').replace('PV1|1|N\r', ''));
    expect(both).toEqual([expect.stringContaining('PV1 saknas'), expect.stringContaining('levande person')]);
  });

  it('have an id each', async () => {
    expect(await found(SOUND, SOUND)).toEqual(['2: meddelandets id (MSH-10) 1 är inte dess eget']);
  });
});

describe('escapes', () => {
  it('are the ones of HL7 v2.5', () => {
    expect(badEscapeIn('\\F\\\\S\\\\T\\\\R\\\\E\\\\.br\\\\X0D0A\\')).toBeUndefined();
    expect(badEscapeIn('5 \\X0Z\\')).toBe('\\X0Z\\');
  });
});

const headed = (type: string, ...segments: readonly string[]): string =>
  [HEADER.replace('ADT^A28^ADT_A05', type).slice(0, -1), ...segments, ''].join('\r');

const WHO = PERSON.slice(0, -1);
const PRESCRIPTION = [WHO, 'ORC|NW|1', 'RXE||C03CA01^furosemid^WC|40||mg^^UCUM'];
const RESULT = [WHO, 'OBR|1||1|NPU03230^Kalium^99NPU|||202401020304+0100||||||||||||||||||F'];
const BOOKING = [
  'SCH|1|||||^Återbesök|||||^^^202401020304+0100|||||vc-0||||vc-0|||||Booked',
  WHO,
  'RGS|1',
  'AIL|1||vc',
];
const ALLERGY = ['EVN|A08|20240102', WHO, 'PV1|1|N'];
const REFERRAL = ['RF1|||^Kardiologi|||1|202401020304+0100', 'PRD|RP', WHO];

describe('what HL7 v2.5 publishes of a message', () => {
  const potassium = (...more: readonly string[]) => [
    ...RESULT,
    ['OBX|1|NM|NPU03230^Kalium^99NPU||4.1|mmol/L^^UCUM|||||F', ...more].join('|'),
  ];

  it.each([
    ['RDE^O11', headed('RDE^O11^RDE_O11', ...PRESCRIPTION, 'TQ1|1||TID', 'RXR|^peroralt')],
    ['ORU^R01', headed('ORU^R01^ORU_R01', ...potassium())],
    ['SIU^S12', headed('SIU^S12^SIU_S12', ...BOOKING)],
    ['ADT^A08', headed('ADT^A08^ADT_A01', ...ALLERGY, 'AL1|1|DA|91936005^Penicillin^SCT|||20240102')],
    ['REF^I12', headed('REF^I12^REF_I12', ...REFERRAL)],
  ])('%s is sound', async (_type, text) => expect(await found(text)).toEqual([]));

  it.each([
    [
      'RDE^O11 without its timing',
      headed('RDE^O11^RDE_O11', ...PRESCRIPTION, 'RXR|^peroralt'),
      'TQ1 (TIMING_ENCODED) saknas efter RXE (segment 4); RDE_O11/ORDER kräver det',
    ],
    [
      'OBX-21',
      headed('ORU^R01^ORU_R01', ...potassium(...Array.from({ length: 9 }, () => ''), 'id')),
      'segment 4: OBX-21 finns inte: OBX slutar vid 19 i HL7 v2.5',
    ],
    [
      'SIU^S12 without SCH-16',
      headed('SIU^S12^SIU_S12', ...BOOKING).replace('|||||vc-0||||vc-0|', '|||||||||vc-0|'),
      'segment 2: SCH-16 (Filler Contact Person) saknas',
    ],
    [
      'SIU^S12 without SCH-20',
      headed('SIU^S12^SIU_S12', ...BOOKING).replace('||||vc-0|||||Booked', '|||||||||Booked'),
      'segment 2: SCH-20 (Entered By Person) saknas',
    ],
    [
      'AL1-6 with a time',
      headed('ADT^A08^ADT_A01', ...ALLERGY, 'AL1|1|DA|91936005^Penicillin^SCT|||20240102030405+0100'),
      'segment 5: AL1-6 har 19 tecken; det får ha 8',
    ],
    [
      'AL1-6 that is no day',
      headed('ADT^A08^ADT_A01', ...ALLERGY, 'AL1|1|DA|91936005^Penicillin^SCT|||20240230'),
      'segment 5: AL1-6 är "20240230", som inte är av typen DT',
    ],
    [
      'REF^I12 without the provider’s contact',
      headed('REF^I12^REF_I12', ...REFERRAL.filter((segment) => !segment.startsWith('PRD'))),
      'PRD (PROVIDER_CONTACT) saknas efter RF1 (segment 2); REF_I12 kräver det',
    ],
    [
      'a number with an exponent',
      headed('ORU^R01^ORU_R01', ...potassium()).replace('||4.1|', '||1e+21|'),
      'segment 4: OBX-5 är "1e+21", som inte är av typen NM',
    ],
    [
      'a patient without a name',
      headed('ORU^R01^ORU_R01', ...potassium()).replace('|Åkesson^Märta|', '||'),
      'segment 2: PID-5 (Patient Name) saknas',
    ],
    [
      'a time that is none',
      headed('RDE^O11^RDE_O11', ...PRESCRIPTION, 'TQ1|1||TID||||igår', 'RXR|^peroralt'),
      'segment 5: TQ1-7.1 är "igår", som inte är av typen DTM',
    ],
    [
      'a code of no table',
      headed('ORU^R01^ORU_R01', ...potassium()).replace('^99NPU', '^NPU'),
      'segment 3: OBR-4.3 är "NPU", som inte står i HL7:s tabell 0396',
    ],
    [
      'a field told twice',
      headed('ORU^R01^ORU_R01', ...potassium()).replace('|F\r', '~M|F\r'),
      'segment 2: PID-7 får bara stå en gång',
    ],
    [
      'more components than the type has',
      headed('ORU^R01^ORU_R01', ...potassium()).replace('mmol/L^^UCUM', 'mmol/L^^UCUM^^^^x'),
      'segment 4: OBX-6.7 finns inte: CE slutar vid 6 i HL7 v2.5',
    ],
    [
      'a segment of another version',
      headed('ORU^R01^ORU_R01', ...potassium(), 'PRT|1'),
      'PRT efter OBX (segment 4) hör inte hemma där i ORU_R01',
    ],
    [
      'a structure of another type',
      headed('ORU^R01^ADT_A01', ...potassium()),
      'MSH-9 är ORU^R01^ADT_A01, som inte är någon meddelandetyp i HL7 v2.5',
    ],
  ])('refuses %s', async (_what, text, words) => expect(await found(text)).toEqual([`1: ${words}`]));
});

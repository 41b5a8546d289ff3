import { describe, expect, it } from 'vitest';
import { RuleFindings } from '../../findings.ts';
import { contextOf } from '../../testing/watch.ts';
import { badEscapeIn } from './escapes.ts';
import { MESSAGES } from './messages.ts';

const HEADER =
  'MSH|^~\\&|GENREP|GENREP|MOTTAGARE|REGION|20240102030405+0100||ADT^A28^ADT_A05|1|T|2.5|||||SWE|UNICODE UTF-8\r';
const PERSON = 'PID|1||191212121212^^^personnummer^PI||Åkesson^Märta||19121212|F\r';
const SOUND = `${HEADER}${PERSON}NTE|1||Ingen växt.\\.br\\Svar \\T\\ råd: 5 \\E\\ 7\r`;

async function found(...texts: readonly string[]) {
  const findings = new RuleFindings(MESSAGES, undefined);
  const observer = MESSAGES.watch(await contextOf({ format: 'hl7v2' }), findings.tell);
  texts.forEach((text, place) => {
    const isText = !text.includes('\u0000');
    observer.seeText?.({ file: 'messages.hl7', line: place + 1 }, { number: place + 1, text, isText });
  });
  return findings.result().findings.map(({ place, words }) => `${place.line}: ${words.sv}`);
}

describe('messages', () => {
  it('are sound', async () => {
    expect(await found(SOUND, SOUND.replace('|1|T|', '|2|T|'))).toEqual([]);
  });

  it.each([
    ['a header that is none', SOUND.replace('MSH|', 'MSX|'), 'börjar inte med'],
    ['a message cut off', SOUND.slice(0, -9), 'avbrutet'],
    ['another version', SOUND.replace('|2.5|', '|2.3|'), 'version 2.3'],
    ['another character set', SOUND.replace('UNICODE UTF-8', '8859/1'), '8859/1'],
    ['a text that became a segment', SOUND.replace('\\.br\\', '\r'), 'är inget segment'],
    ['a backslash by itself', SOUND.replace('\\E\\', '\\'), 'ingen escapesekvens'],
    ['an escape that is none', SOUND.replace('\\T\\', '\\Q\\'), '"\\Q\\"'],
    ['UTF-8 read as Latin-1', SOUND.replace('växt', 'vÃ¤xt'), 'teckenkodningen'],
    ['bytes that are no text', SOUND.replace('växt', 'v\u0000xt'), 'teckenkodningen'],
    ['a number that could be somebody’s', SOUND.replace('191212121212', '196003011248'), 'levande person'],
    ['nobody', SOUND.replace(PERSON, ''), 'PID-3 saknas'],
  ])('are found with %s', async (_what, text, words) => {
    const [first, ...rest] = await found(text);
    expect(first).toContain(words);
    expect(rest).toEqual([]);
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

import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

const TEXTS = [
  '',
  'a',
  'ab',
  'abc',
  'Ingen växt',
  'å ä ö Å Ä Ö é µ ≥ ½ –',
  'rad 1\nrad 2\r\n',
  '🩺 %41 +/=',
  'x'.repeat(1000),
];

describe('base64', () => {
  it.each(TEXTS)('encodes %j as Node does', (text) => {
    expect(encodeBase64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'));
  });

  it.each(TEXTS)('reads %j back', (text) => {
    expect(decodeBase64(Buffer.from(text, 'utf8').toString('base64'))).toBe(text);
  });

  it('shows a text in the wrong character set as the reader would see it', () => {
    expect(decodeBase64(Buffer.from('Ingen växt', 'latin1').toString('base64'))).toBe('Ingen växt');
    expect(decodeBase64(Buffer.from(Buffer.from('växt').toString('latin1')).toString('base64'))).toBe(
      'vÃ¤xt',
    );
  });

  it('reads base64 that is broken over lines', () => {
    expect(decodeBase64('SW5n\nZW4=\n')).toBe('Ingen');
  });
});

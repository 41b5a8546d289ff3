import { describe, expect, it } from 'vitest';
import { dotsDrawn, labelInZpl, scanned } from '../care/label/scan.ts';
import { labelAsZpl } from '../reference/labels/zpl.ts';

const NAME = 'Åkerström, Göran ^~_% Öberg';

describe('a label that one library has drawn and another reads', () => {
  it.each(['191212121212', '000000000042', '19810829M070'])('says what it was printed with: %s', (code) => {
    expect(labelInZpl(labelAsZpl([NAME, code], code))).toEqual({ lines: [NAME, code], code });
  });

  it('is a label that a printer of labels is told to print, with nothing beyond ASCII', () => {
    const zpl = labelAsZpl([NAME], '12');
    expect(zpl).toMatch(/^\^XA\n\^CI28\n[\x20-\x7e\n]*\^XZ$/);
    expect(zpl).not.toContain('Å');
  });

  it('is not read when a bar is smeared, and nothing is made up', () => {
    const zpl = labelAsZpl([NAME], '191212121212');
    const smeared = zpl.replace(/(\^GFA,\d+,\d+,\d+,.{20}).{6}/, '$1FFFFFF');
    expect(smeared).not.toBe(zpl);
    expect(labelInZpl(smeared)).toEqual({ lines: [NAME], code: undefined });
    expect(scanned('')).toBeUndefined();
    expect(labelInZpl('^XA^FDingen kod^FS^XZ')).toEqual({ lines: ['ingen kod'], code: undefined });
  });

  it('is read from a drawing, bar by bar', () => {
    const dots = dotsDrawn('M0 0h4v80h-4z M6 0h2v80h-2z');
    expect(dots).toBe('11110011');
  });
});

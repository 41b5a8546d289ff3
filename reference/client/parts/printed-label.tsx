import type { ReactNode } from 'react';
import { textIn } from '../fhir/plain-text.ts';
import { useLanguage } from '../texts/language.tsx';

const LINE = 34;
const HEIGHT = 80;
/** Of the paper, in dots: 50 mm. */
const WIDTH = 400;

/** What a printer of labels was told to print, drawn as it came out: base64 of ZPL with lines and a graphic field. */
export function PrintedLabel({ zpl }: { readonly zpl: string }): ReactNode {
  const { language } = useLanguage();
  const { lines, bars, width } = drawn(textIn(zpl));
  const top = lines.length * LINE + 10;
  return (
    <svg
      className="printed-label"
      role="img"
      aria-label={`${language === 'sv' ? 'Etikett' : 'Label'} ${lines.join(', ')}`}
      viewBox={`-20 0 ${Math.max(width, WIDTH) + 40} ${top + HEIGHT + 10}`}
    >
      {lines.map((line, at) => (
        <text key={line} x={0} y={(at + 1) * LINE - 6} fontSize={26}>
          {line}
        </text>
      ))}
      <path d={bars} transform={`translate(0 ${top})`} />
    </svg>
  );
}

function drawn(zpl: string): { lines: readonly string[]; bars: string; width: number } {
  const lines = [...zpl.matchAll(/\^FD([^^]*)\^FS/g)].map(([, text = '']) =>
    decodeURIComponent(text.replaceAll('%', '%25').replaceAll('_', '%')),
  );
  const [, bytes = '0', data = ''] = /\^GFA,\d+,\d+,(\d+),([0-9A-F]+)/.exec(zpl) ?? [];
  const width = Number(bytes) * 8;
  const dots = [...data.slice(0, Number(bytes) * 2)]
    .map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('');
  const bars = [...dots.matchAll(/1+/g)]
    .map(({ 0: black, index }) => `M${index} 0h${black.length}v${HEIGHT}h-${black.length}z`)
    .join('');
  return { lines, bars, width };
}

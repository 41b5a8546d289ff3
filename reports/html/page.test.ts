import { describe, expect, it } from 'vitest';
import { readinessOf } from '../readiness.ts';
import { runOf, type SyntheticRun } from '../testing/synthetic.ts';
import { readinessPage } from './page.ts';

const page = (options: SyntheticRun = {}) => readinessPage(readinessOf([runOf(options)]));
const FAILING: SyntheticRun = {
  instances: 80,
  faults: [
    {
      kind: 'order-on-laboratory-worklist',
      every: 5,
      verdict: 'fail',
      expected: 'Troponin T på arbetslistan',
      observed: '<script>alert("x")</script> & annat',
      attachment: true,
    },
  ],
};

describe('the readiness page', () => {
  it('is the same bytes for the same evidence', () => {
    expect(page(FAILING)).toBe(page(FAILING));
  });

  it('needs nothing from anywhere', () => {
    const addresses = page(FAILING).match(/(?:src|href|url|action)\s*[=(]\s*["']?[^"')\s>]+/g) ?? [];
    expect(addresses.filter((address) => !/^href="(#|\.\.\/attachments\/)/.test(address))).toEqual([]);
    expect(page(FAILING).replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/g, '')).not.toMatch(/https?:/);
  });

  it('tells the verdict first, then the reasons', () => {
    const text = page(FAILING);
    const order = [
      'Generalrepetitionen är underkänd',
      'id="reasons"',
      'id="gates"',
      'id="requirements"',
      'id="flows"',
      'id="hand-overs"',
      'id="not-covered"',
      'id="facts"',
    ];
    const places = order.map((mark) => text.indexOf(mark));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(page()).toContain('Generalrepetitionen är godkänd');
    expect(page()).not.toContain('id="reasons"');
  });

  it('has every text in both languages', () => {
    const text = page(FAILING);
    const count = (language: string) => text.split(`<span class="${language}" lang="${language}">`).length;
    expect(count('sv')).toBe(count('en'));
    expect(count('sv')).toBeGreaterThan(100);
    expect(text).not.toMatch(/undefined|\[object/);
  });

  it('escapes what was seen and links what was left', () => {
    const text = page(FAILING);
    expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; annat');
    expect(text).toContain('href="../attachments/f-0033%20steg%204.png"');
    expect(text).toContain('<li><code>GET ServiceRequest/18 → 500 (31 ms)</code></li>');
  });

  it('tells what a picture shows to those who do not see it', () => {
    expect(page()).toMatch(
      /<svg [^>]*role="img" aria-labelledby="hand-overs-sv-wide-title hand-overs-sv-wide-text">/,
    );
    expect(page()).toContain('Långsammast är');
  });

  it('says where a run was cut off, what had ended, and what is in doubt', () => {
    const { resumed: _, ...run } = runOf();
    const resumed = {
      type: 'run-resumed',
      after: 'killed',
      cutOffAt: Date.UTC(2026, 10, 23, 6, 30),
      torn: { offset: 900, bytes: 12 },
      finished: 3,
      interrupted: [
        { instance: 'f-0004', step: 2, token: 'r.f-0004.3' },
        { instance: 'f-0005', step: 0 },
      ],
    } as const;
    const text = readinessPage(readinessOf([{ ...run, resumed: [resumed] }]));
    expect(text).toContain('23 november 2026 kl. 07:30 dog körningen och fortsattes sedan.');
    expect(text).toContain('3 flöden var klara och 2 pågick. En halv post');
    expect(text).toMatch(/<code>f-0004<\/code> .*mitt i steg 3; vad som blev av det slogs upp/);
    expect(text).toMatch(/<code>f-0005<\/code> .*före steg 1/);
    expect(page()).not.toContain('Avbrott');
  });

  it('can be made of a run in which nothing happened', () => {
    expect(page({ instances: 0, ending: 'killed' })).toContain('Inga överlämningar mättes.');
  });
});

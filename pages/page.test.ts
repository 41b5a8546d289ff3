import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { both, same } from './bilingual.ts';
import { renderChart } from './charts/svg.ts';
import { bi, html } from './markup.ts';
import { page, section } from './page.ts';
import { table } from './table.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => [html`rad ${index}`]);
const whole = () =>
  page({
    tab: 'Prov & <b>',
    kind: both('Prov', 'Test'),
    heading: same('En sida'),
    facts: [same('ett'), both('två', 'two')],
    body: section('s', both('Del', 'Part'), table(both('Tal', 'Numbers'), [{ head: same('a') }], rows(12))),
  });

describe('a page', () => {
  it('is one file that needs nothing, the same bytes each time', () => {
    expect(whole()).toBe(whole());
    expect(whole()).not.toMatch(/(src|href)=|url\(|@import/);
    expect(whole()).toContain('<title>Prov &amp; &lt;b&gt;</title>');
    expect(whole()).toContain('<span class="sv" lang="sv">två</span><span class="en" lang="en">two</span>');
  });

  it('has a filter on a long table only', () => {
    expect(whole()).toContain('type="search"');
    expect(table(same('kort'), [{ head: same('a') }], rows(11)).text).not.toContain('type="search"');
  });
});

describe('markup', () => {
  it('escapes everything but markup', () => {
    expect(
      html`<p title="${'"'}">${'<'}${html`<b>${'&'}</b>`}${['a', html`<i></i>`]}${undefined}</p>`.text,
    ).toBe('<p title="&quot;">&lt;<b>&amp;</b>a<i></i></p>');
  });

  it('says once what reads the same in both languages', () => {
    expect(bi(same('HL7')).text).toBe('HL7');
  });
});

describe('a chart', () => {
  const bars = { xAxis: { type: 'category', data: ['a'] }, yAxis: {}, series: [{ type: 'bar', data: [1] }] };
  const size = { width: 200, height: 100 };

  it('is the same bytes each time, with ids of its own', () => {
    const draw = (id: string) => renderChart(bars, { ...size, id, labelledBy: `${id}-h` });
    expect(draw('x')).toBe(draw('x'));
    expect(draw('x')).toMatch(/^<svg [^>]*role="img" aria-labelledby="x-h">/);
    expect(draw('x')).not.toMatch(/zr\d|class=/);
  });

  it('is XML, so that it can be a file of its own', async () => {
    const named = { ...bars, legend: {}, series: [{ type: 'bar', name: 'Öppna & <b>', data: [1] }] };
    const svg = renderChart(named, { ...size, id: 'z', title: 'A', description: 'B' });
    const parse = (contents: string) =>
      validateXML({ xml: { fileName: 'z.svg', contents }, normalization: 'format' });
    expect((await parse(svg)).errors).toEqual([]);
    expect((await parse(svg.replace("'Segoe UI'", '"Segoe UI"'))).errors).not.toEqual([]);
  });

  it('tells what it shows to those who do not see it', () => {
    expect(renderChart(bars, { ...size, id: 'y', title: 'A < B', description: 'Mycket.' })).toMatch(
      /aria-labelledby="y-title y-text"><title id="y-title">A &lt; B<\/title><desc id="y-text">Mycket\.<\/desc>/,
    );
  });
});

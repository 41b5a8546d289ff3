import { describe, expect, it } from 'vitest';
import { bookOfWords } from './book.ts';
import { wordsPage } from './page.ts';

describe('the words that a flow can be written with', async () => {
  const book = await bookOfWords();
  const entries = book.chapters.flatMap((chapter) => chapter.entries);

  it('are every sentence, each as some flow says it, but one that no flow uses yet and those of med-bildarkiv/', () => {
    const unused = entries.filter(({ example, area }) => example === undefined && area !== 'imaging');
    expect(unused.map(({ pattern }) => pattern)).toEqual([
      '{person} mellan {int} och {int} år i {municipality} med {history}',
    ]);
  });

  it('are told by area, the common ones first, with what they show and where they can be tried', () => {
    expect(book.chapters.map(({ title }) => title.sv).slice(0, 3)).toEqual([
      'I alla flöden',
      'In- och utskrivning',
      'Bokning',
    ]);
    const bed = entries.find(({ pattern }) => pattern.includes('vårdplats'));
    expect(bed).toMatchObject({
      area: 'admission',
      shows: [{ sv: 'se vårdplatsen i avdelningens lista' }],
      ways: [{ sv: 'api: system som utför bed-assignment' }, { sv: 'webbläsare: referensmiljön' }],
    });
  });

  it('are lists of words where only some may stand', () => {
    expect(book.wordLists.find(({ name }) => name === 'colour')?.words).toEqual([
      'blå',
      'grön',
      'gul',
      'orange',
      'röd',
    ]);
    const [actors] = book.wordLists;
    expect(actors?.words).toEqual(expect.arrayContaining(['läkaren', 'på laboratoriet', 'i kommunen']));
    expect(book.wordLists.find(({ name }) => name === 'duration')).toEqual({
      name: 'duration',
      words: [],
      means: 'en tid, till exempel "5 sekunder"',
    });
  });

  it('are a page that needs nothing else', () => {
    const page = wordsPage(book);
    expect(page).toContain('Ordbok för patientflöden');
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });
});

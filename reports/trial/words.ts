import { type Bilingual, both, percent } from '../../pages/bilingual.ts';
import type { Share } from './interval.ts';
import type { TrialFigures, TrialLine } from './trial.ts';

export const KIND_WORDS: Readonly<Record<string, Bilingual>> = {
  whose: both('hos vem', 'whose'),
  'how-many': both('hur många', 'how many'),
  'to-whom': both('till vem', 'to whom'),
  what: both('vad', 'what'),
  when: both('när', 'when'),
  may: both('får', 'may'),
  kept: both('loggat', 'kept'),
  same: both('samma', 'same'),
  together: both('samtidigt', 'together'),
  'no-answer': both('svarar', 'answers'),
};

export const COMPONENT_WORDS: Readonly<Record<string, Bilingual>> = {
  api: both('API och lagring', 'API and storage'),
  page: both('sidor', 'pages'),
  message: both('meddelanden', 'messages'),
  laboratory: both('laboratoriekedjan', 'the laboratory chain'),
  access: both('behörighet och logg', 'authority and audit'),
  time: both('tider', 'times'),
  load: both('belastning', 'load'),
};

export const OUTCOME_WORDS: Readonly<Record<TrialLine['outcome'], Bilingual>> = {
  found: both('hittat', 'found'),
  missed: both('missat', 'missed'),
  'not-exercised': both('fick inget tillfälle', 'not exercised'),
};

/** '38 av 40 (95 %; 83,5–98,6 %)' */
export function shareWords({ count, of, from, to }: Share): Bilingual {
  if (of === 0) return both('inga', 'none');
  const [share, least, most] = [percent(count / of), percent(from), percent(to)];
  return both(
    `${count} av ${of} (${share.sv}; ${least.sv}–${most.sv})`,
    `${count} of ${of} (${share.en}; ${least.en}–${most.en})`,
  );
}

/** What the readiness page of every run says of the suite that made it. */
export function trialSentence({ all, missed: names }: Pick<TrialFigures, 'all' | 'missed'>): Bilingual {
  const missed = [...new Set(names.map(({ kind }) => kind))].map(
    (kind) => KIND_WORDS[kind] ?? both(kind, kind),
  );
  const listed = (language: 'sv' | 'en'): string => missed.map((kind) => kind[language]).join(', ');
  const { count, of } = all.found;
  return both(
    `Den här sviten hittar ${count} av ${of} fel som de i dess prövning${missed.length === 0 ? '.' : `; det som missades gällde: ${listed('sv')}.`}`,
    `This suite finds ${count} of ${of} faults like those in its trial${missed.length === 0 ? '.' : `; what was missed was about: ${listed('en')}.`}`,
  );
}

import type { Course } from '../../domain/first-weeks.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';

export const WORDS = {
  kind: both('Kommandocentralen', 'Command centre'),
  stopRules: both('Stoppregler', 'Stop rules'),
  rule: both('Stoppa om', 'Stop if'),
  limit: both('Gräns', 'Limit'),
  measured: both('Nu', 'Now'),
  otherwise: both('Då', 'Then'),
  owner: both('Ansvarig', 'Answers for it'),
  verdict: both('Läge', 'State'),
  courses: both('Beslut om fortsättningen', 'Decisions on the course'),
  noCourse: both('Ingen har fattat något beslut om fortsättningen.', 'Nobody has decided the course.'),
  decided: both('Beslut', 'Decision'),
  by: both('Av', 'By'),
  when: both('När', 'When'),
  why: both('Varför', 'Why'),
  signed: both('signerat', 'signed'),
  unsigned: both('osignerat', 'not signed'),
  now: both('Läget nu', 'As it stands'),
  shifts: both('Överlämning mellan passen', 'Hand-over between shifts'),
  trend: both('Anmälda och stängda, fyra timmar i taget', 'Reported and closed, four hours at a time'),
  flow: both('Anmälda, stängda och öppna, dag för dag', 'Reported, closed and open, day by day'),
  rates: both('Avvikelser på 1 000 vårdkontakter', 'Deviations in 1,000 contacts'),
  ratesLead: both(
    'Inom parentes ligger det verkliga talet 95 gånger av 100. Bara dagar vars vårdkontakter är inrapporterade räknas.',
    'The true figure lies within the parentheses 95 times in 100. Only days whose contacts are told are counted.',
  ),
  open: both('Öppna avvikelser', 'Open deviations'),
  eachOpen: both(
    'Varje öppen avvikelse, den allvarligaste och äldsta först',
    'Each open deviation, the gravest and oldest first',
  ),
  byAge: both('Öppna efter ålder', 'Open by age'),
  byOwner: both('Öppna efter ägare', 'Open by owner'),
  causes: both('De vanligaste orsakerna', 'The most frequent causes'),
  sources: both('Vad sidan bygger på', 'What the page rests on'),
  reported: both('Anmälda', 'Reported'),
  closed: both('Stängda', 'Closed'),
  openAtEnd: both('Öppna vid dagens slut', 'Open at the end of the day'),
  eachSpan: both('Talen, fyra timmar i taget', 'The figures, four hours at a time'),
  openNow: both('Öppna', 'Open'),
  unit: both('Enhet', 'Unit'),
  all: both('Alla', 'All'),
  allUnits: both('Alla enheter', 'All units'),
  age: both('Ålder', 'Age'),
  oldest: both('Äldsta', 'Oldest'),
  nobody: both('Ingen ägare', 'No owner'),
  noCause: both('Ingen orsak angiven', 'No cause told'),
  cause: both('Orsak', 'Cause'),
  deviation: both('Avvikelse', 'Deviation'),
  class: both('Klass', 'Class'),
  day: both('Dag', 'Day'),
  span: both('Från', 'From'),
  file: both('Fil', 'File'),
  written: both('Sparad', 'Written'),
  deviations: both('Avvikelser', 'Deviations'),
  contacts: both('Vårdkontakter', 'Contacts'),
  noOpen: both('Inga avvikelser är öppna.', 'No deviation is open.'),
} as const;

export const CLASS_WORDS = {
  1: both('Klass 1', 'Class 1'),
  2: both('Klass 2', 'Class 2'),
  3: both('Klass 3', 'Class 3'),
} as const;

export const COURSE_WORDS: Readonly<Record<Course, Bilingual>> = {
  'go-on': both('fortsätt', 'go on'),
  hold: both('vänta med allt nytt', 'begin nothing new'),
  stop: both('stoppa, reservrutinen tar vid', 'stop, the reserve routine takes over'),
};

/** Ages of what is open, in the order of AGES. */
export const AGE_WORDS: readonly Bilingual[] = [
  both('under 4 timmar', 'under 4 hours'),
  both('4–24 timmar', '4–24 hours'),
  both('1–3 dygn', '1–3 days'),
  both('3–7 dygn', '3–7 days'),
  both('över 7 dygn', 'over 7 days'),
];

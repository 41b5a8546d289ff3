import type { Inheritance } from '../../domain/roadmap.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import type { ScheduledStart } from './schedule.ts';
import type { WorkState } from './work-left.ts';

export const WORK_STATES: Readonly<Record<WorkState, Bilingual>> = {
  done: both('klart', 'done'),
  'under-way': both('pågår', 'under way'),
  ahead: both('inte börjat', 'not begun'),
};

export const WORK_VERDICTS: Readonly<Record<WorkState, Verdict>> = {
  done: 'pass',
  'under-way': 'unknown',
  ahead: 'not-covered',
};

export const INHERITED: Readonly<Record<Inheritance, Bilingual>> = {
  whole: both('ärvs helt', 'inherited whole'),
  part: both('ärvs till en del', 'inherited in part'),
  anew: both('görs på nytt', 'done anew'),
};

/** 'marginal 12 dagar', '20 dagar för sent' */
export const slackWords = (days: number): Bilingual =>
  days < 0
    ? both(`${-days} dagar för sent`, `${-days} days too late`)
    : both(`${days} dagars marginal`, `${days} days to spare`);

/** Whether a start can be held, by what is left. */
export const startVerdict = ({ isLive, slack }: ScheduledStart): Verdict =>
  isLive ? 'pass' : slack < 0 ? 'fail' : slack < NARROW ? 'unknown' : 'pass';

/** Fewer days than this are soon lost. An assumption. */
const NARROW = 28;

/** The same in a word. */
export const startWord = (start: ScheduledStart): Bilingual => {
  if (start.isLive) return both('i drift', 'live');
  return START_WORDS[startVerdict(start)];
};

const START_WORDS: Readonly<Record<Verdict, Bilingual>> = {
  pass: both('kan hållas', 'can be held'),
  unknown: both('knappt', 'barely'),
  fail: both('kan inte hållas', 'cannot be held'),
  'not-covered': both('–', '–'),
  error: both('–', '–'),
};

export const startWords = ({ isLive, slack, earliest }: ScheduledStart): Bilingual =>
  isLive
    ? both('i drift', 'live')
    : both(`tidigast ${earliest}, ${slackWords(slack).sv}`, `earliest ${earliest}, ${slackWords(slack).en}`);

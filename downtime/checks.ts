import { SECOND } from '../domain/time.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import { type Bilingual, both, number as told } from '../pages/bilingual.ts';
import type { Measured } from './records.ts';
import type { Rehearsed, Tried } from './rehearse.ts';

/** One thing that must hold of a downtime. */
export interface DrillCheck {
  readonly id: string;
  readonly words: Bilingual;
  readonly verdict: Verdict;
  readonly measured: Bilingual;
  /** Forms and writes that speak against it, by number. */
  readonly against: readonly string[];
}

export interface DrillJudged {
  readonly checks: readonly DrillCheck[];
  readonly verdict: Verdict;
}

/** Judges a drill: every check by itself, and the worst of them. */
export function judgeDrill(rehearsed: Rehearsed): DrillJudged {
  const checks = [
    listOnTime(rehearsed),
    listWhole(rehearsed),
    refusedVisibly(rehearsed),
    readsInReadOnly(rehearsed),
    recovered(rehearsed),
    nothingLost(rehearsed),
    nothingDoubled(rehearsed),
    asOnPaper(rehearsed),
    rightPatient(rehearsed),
    nothingUninvited(rehearsed),
    paperAddsUp(rehearsed),
  ].flatMap((check) => check ?? []);
  return { checks, verdict: worst(checks.map(({ verdict }) => verdict)) };
}

/** A list that is older than this tells of patients who have been moved, and of doses that were given. */
function listOnTime({ drill, list, stoppedAt }: Rehearsed): DrillCheck {
  const age = (stoppedAt - list.printedAt) / SECOND;
  const seconds = told(Math.round(age * 10) / 10);
  return {
    id: 'list-age',
    words: both(
      `Den utskrivna listan var högst ${drill.listAtMost} s gammal när det stannade`,
      `The printed list was at most ${drill.listAtMost} s old when it stopped`,
    ),
    verdict: age <= drill.listAtMost ? 'pass' : 'fail',
    measured: both(`${seconds.sv} s`, `${seconds.en} s`),
    against: [],
  };
}

/** Whatever the system had acknowledged by then stands on it, unchanged. */
function listWhole({ list, tried }: Rehearsed): DrillCheck {
  const known = tried.filter(({ when, told: said }) => when === 'before' && said === 'accepted');
  const lines = new Map(list.lines.map((line) => [line.number, line]));
  const against = known.filter((one) => !isSame(one, lines.get(one.number)));
  return {
    id: 'list-whole',
    words: both('Listan har det sist kända om varje patient', 'The list has the last known of every patient'),
    verdict: known.length === 0 ? 'not-covered' : against.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${known.length - against.length} av ${known.length} uppgifter`,
      `${known.length - against.length} of ${known.length} facts`,
    ),
    against: numbersOf(against),
  };
}

/** What was accepted while nothing could be written would be looked for by nobody. */
function refusedVisibly({ tried }: Rehearsed): DrillCheck {
  const stopped = tried.filter(({ when }) => when === 'read-only' || when === 'down');
  const against = stopped.filter(({ told: said }) => said === 'accepted');
  return {
    id: 'refused-visibly',
    words: both(
      'Det som inte kunde skrivas nekades, så att det syntes',
      'What could not be written was refused, and seen to be',
    ),
    verdict: stopped.length === 0 ? 'not-covered' : against.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${against.length} av ${stopped.length} togs emot`,
      `${against.length} of ${stopped.length} were accepted`,
    ),
    against: numbersOf(against),
  };
}

function readsInReadOnly({ drill, reads }: Rehearsed): DrillCheck | undefined {
  if (drill.warning === 0) return undefined;
  const own = reads.filter(({ when }) => when === 'read-only');
  const failed = own.filter(({ ok }) => !ok);
  return {
    id: 'reads-in-read-only',
    words: both('Det gick att läsa i läsläget', 'It could be read in read-only mode'),
    verdict: own.length === 0 ? 'not-covered' : failed.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${own.length - failed.length} av ${own.length} läsningar`,
      `${own.length - failed.length} of ${own.length} reads`,
    ),
    against: [],
  };
}

function recovered({ drill, overAt, recoveredAt }: Rehearsed): DrillCheck {
  const took = recoveredAt === undefined ? undefined : told(Math.round((recoveredAt - overAt) / 100) / 10);
  return {
    id: 'recovery-time',
    words: both(
      `Det gick att läsa och skriva inom ${drill.recoverWithin} s efter stoppet`,
      `It could be read and written within ${drill.recoverWithin} s of the stop`,
    ),
    verdict: took === undefined ? 'fail' : 'pass',
    measured: took === undefined ? both('gick inte', 'could not') : both(`${took.sv} s`, `${took.en} s`),
    against: [],
  };
}

/** What must stand in the system afterwards: all that it acknowledged, all that was entered, and what was entered of the uncertain. */
function expected({ tried, papers, entered }: Rehearsed): Measured[] {
  const kept = tried.filter(({ told: said }) => said === 'accepted' || said === 'unknown');
  return [...kept, ...papers.filter(({ number }) => entered.has(number))];
}

function nothingLost(rehearsed: Rehearsed): DrillCheck {
  const all = expected(rehearsed);
  const silent = all.filter(({ number }) => rehearsed.found.get(number) === undefined);
  const against = all.filter(({ number }) => rehearsed.found.get(number)?.length === 0);
  return {
    id: 'nothing-lost',
    words: both(
      'Inget tappades: allt som togs emot eller fördes in finns',
      'Nothing was lost: all that was accepted or entered is there',
    ),
    verdict:
      against.length > 0 ? 'fail' : silent.length > 0 ? 'unknown' : all.length === 0 ? 'not-covered' : 'pass',
    measured: both(
      `${all.length - against.length - silent.length} av ${all.length} finns`,
      `${all.length - against.length - silent.length} of ${all.length} are there`,
    ),
    against: numbersOf([...against, ...silent]),
  };
}

function nothingDoubled({ found }: Rehearsed): DrillCheck {
  const against = [...found].filter(([, own]) => (own?.length ?? 0) > 1).map(([number]) => number);
  return {
    id: 'nothing-doubled',
    words: both(
      'Inget dubblerades, fast två förde in samma papper',
      'Nothing was doubled, though two people entered the same form',
    ),
    verdict: against.length === 0 ? 'pass' : 'fail',
    measured: both(`${against.length} dubbla`, `${against.length} doubled`),
    against,
  };
}

/** The hour on the paper is when it happened; the hour of entry is not. */
function asOnPaper(rehearsed: Rehearsed): DrillCheck {
  const pairs = there(rehearsed);
  const against = pairs.filter(([one, own]) =>
    own.some(({ at, value }) => at !== one.at || value !== one.value),
  );
  return {
    id: 'as-on-paper',
    words: both('Tid och värde är de som står på pappret', 'Time and value are those on the paper'),
    verdict: pairs.length === 0 ? 'not-covered' : against.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${pairs.length - against.length} av ${pairs.length}`,
      `${pairs.length - against.length} of ${pairs.length}`,
    ),
    against: numbersOf(against.map(([one]) => one)),
  };
}

function rightPatient(rehearsed: Rehearsed): DrillCheck {
  const pairs = there(rehearsed);
  const against = pairs.filter(([one, own]) => own.some(({ patient }) => patient !== one.patient));
  return {
    id: 'right-patient',
    words: both('Allt hamnade hos rätt patient', 'All came to the right patient'),
    verdict: pairs.length === 0 ? 'not-covered' : against.length === 0 ? 'pass' : 'fail',
    measured: both(`${against.length} hos en annan`, `${against.length} with another`),
    against: numbersOf(against.map(([one]) => one)),
  };
}

/** What was refused, or made void on paper, and is there all the same. */
function nothingUninvited({ tried, papers, found }: Rehearsed): DrillCheck {
  const none = [
    ...tried.filter(({ told: said }) => said === 'refused'),
    ...papers.filter(({ isVoid }) => isVoid),
  ];
  const against = none.filter(({ number }) => (found.get(number)?.length ?? 0) > 0);
  return {
    id: 'nothing-uninvited',
    words: both('Det som nekades eller makulerades finns inte', 'What was refused or made void is not there'),
    verdict: none.length === 0 ? 'not-covered' : against.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${against.length} av ${none.length} finns`,
      `${against.length} of ${none.length} are there`,
    ),
    against: numbersOf(against),
  };
}

/** Forms issued − entered − void = 0: a form that nobody entered lies in a drawer. */
function paperAddsUp({ papers, entered }: Rehearsed): DrillCheck {
  const isEntered = ({ number }: Measured): boolean => entered.get(number) === 'accepted';
  const left = papers.filter((paper) => !paper.isVoid && !isEntered(paper));
  const made = papers.filter(({ isVoid }) => isVoid).length;
  return {
    id: 'paper-adds-up',
    words: both('Varje papper är infört eller makulerat', 'Every form was entered or made void'),
    verdict: left.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${papers.length} utgivna, ${papers.length - made - left.length} införda, ${made} makulerade`,
      `${papers.length} issued, ${papers.length - made - left.length} entered, ${made} void`,
    ),
    against: numbersOf(left),
  };
}

/** What should be there and is, with what stands there. */
const there = (rehearsed: Rehearsed): (readonly [Measured, readonly Omit<Measured, 'number'>[]])[] =>
  expected(rehearsed).flatMap((one) => {
    const own = rehearsed.found.get(one.number) ?? [];
    return own.length === 0 ? [] : [[one, own] as const];
  });

const isSame = (one: Tried, line: Omit<Measured, 'number'> | undefined): boolean =>
  line !== undefined && line.value === one.value && line.at === one.at && line.patient === one.patient;

const numbersOf = (all: readonly Measured[]): string[] => all.map(({ number }) => number);

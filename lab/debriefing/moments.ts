import {
  CRITICAL_ERRORS,
  type LabCard,
  type LabEvent,
  type LabNote,
  type Sealed,
} from '../../domain/lab-evidence.ts';
import { NOTE_TEXTS } from '../../domain/lab-notes.ts';
import { type Bilingual, both, sentence } from '../../pages/bilingual.ts';
import { bookmarkText } from './bookmarks.ts';
import type { CardSpan, Moment } from './timeline.ts';

type Words = (said: Sealed | undefined) => Pick<Moment, 'words'>;
type Told = Omit<Moment, 'id'>;
type Of<T extends LabEvent['type']> = Extract<LabEvent, { type: T }>;

/** What one event of a lab is when it is told; nothing of those that only keep the clock. */
export function momentOf(event: LabEvent, card: CardSpan | undefined, words: Words): readonly Told[] {
  const told = tellingOf(event, card, words);
  return told === undefined ? [] : [{ at: event.at, dayTime: event.dayTime, tone: 'plain', ...told }];
}

type Telling = Omit<Told, 'at' | 'dayTime' | 'tone'> & Partial<Pick<Told, 'tone'>>;

function tellingOf(event: LabEvent, card: CardSpan | undefined, words: Words): Telling | undefined {
  switch (event.type) {
    case 'lab-opened':
      return { kind: 'clock', text: both('Labbet öppnade', 'The lab opened') };
    case 'lab-seat-added':
      return { kind: 'person', seat: event.seat.id, text: both('En plats till', 'One more place') };
    case 'lab-person':
      return { kind: 'person', seat: event.seat, text: PRESENCE[event.change] };
    case 'lab-clock':
      return clockTelling(event);
    case 'lab-card':
      return card === undefined ? undefined : cardTelling(event, card, words);
    case 'lab-injected':
      return injectTelling(event);
    case 'lab-expected':
      return {
        kind: 'inject',
        text: EXPECTED[event.change],
        tone: event.verdict === 'fail' ? 'bad' : 'plain',
      };
    case 'lab-staffed':
      return {
        kind: 'clock',
        text: event.by > 0 ? both('Mer personal', 'More staff') : both('Mindre personal', 'Fewer staff'),
      };
    case 'lab-handed':
    case 'lab-checked':
    case 'lab-picture':
      return undefined;
    case 'lab-note':
      return {
        ...{ kind: 'note', seat: event.seat, text: sentence(NOTE_TEXTS[event.kind]), tone: toneOf(event) },
        ...(card === undefined ? {} : { visit: card.visit }),
        ...words(event.said),
      };
    case 'lab-asked':
      return { kind: 'answer', text: both('Frågorna delades ut', 'The questions were given out') };
    case 'lab-answered':
      return event.instrument === 'seq'
        ? {
            ...{ kind: 'answer', seat: event.seat, ...(card === undefined ? {} : { visit: card.visit }) },
            text: both(`Lätthet ${event.items[0] ?? '–'} av 7`, `Ease ${event.items[0] ?? '–'} of 7`),
          }
        : undefined;
    case 'lab-bookmark':
      return {
        ...{ kind: 'bookmark', text: bookmarkText(event.text), ...words(event.said) },
        ...(event.seat === undefined ? {} : { seat: event.seat }),
      };
  }
}

const PRESENCE: Readonly<Record<Of<'lab-person'>['change'], Bilingual>> = {
  joined: both('Kom', 'Came'),
  left: both('Gick ifrån', 'Stepped away'),
  returned: both('Kom tillbaka', 'Came back'),
  removed: both('Platsen togs bort', 'The place was taken away'),
};

function clockTelling({ change, pace, why }: Of<'lab-clock'>): Telling | undefined {
  switch (change) {
    case 'held':
      return {
        kind: 'clock',
        text: why === undefined ? both('Klockan hölls', 'The clock was held') : both(why, why),
        tone: why === undefined ? 'plain' : 'bad',
      };
    case 'continued':
      return { kind: 'clock', text: both('Klockan gick', 'The clock went on') };
    case 'jumped':
      return { kind: 'clock', text: both('Klockan hoppade', 'The clock jumped') };
    case 'paced':
      return { kind: 'clock', text: both(`Klockan går ${pace} gånger`, `The clock goes ${pace} times`) };
    case 'shows':
      return undefined;
  }
}

const CHANGES: Readonly<Record<LabCard['change'], Bilingual & { readonly tone?: Moment['tone'] }>> = {
  dealt: both('fick kortet', 'got the card'),
  opened: both('tog kortet', 'took the card'),
  help: { ...both('behövde hjälp', 'needed help'), tone: 'bad' },
  'said-done': both('sade klart', 'said done'),
  'not-shown': { ...both('sagt klart, syns inte', 'said done, not shown'), tone: 'bad' },
  otherwise: { ...both('något annat står där', 'something else stands there'), tone: 'bad' },
  moved: both('fick kortet av en annan', 'got the card from another'),
  shown: { ...both('syns klart i systemet', 'is shown to be done'), tone: 'good' },
  unverifiable: both('sagt klart, går inte att se', 'said done, cannot be seen'),
  stuck: { ...both('kom inte vidare', 'got stuck'), tone: 'bad' },
  'taken-back': both('en robot tog över', 'a robot took over'),
};

function cardTelling({ change, seat, said }: LabCard, card: CardSpan, words: Words): Telling {
  const { sv, en, tone = 'plain' } = CHANGES[change];
  return {
    ...{ kind: 'card', tone, seat: seat ?? card.seat, visit: card.visit },
    text: both(`${card.text.sv}: ${sv}`, `${card.text.en}: ${en}`),
    ...words(said),
  };
}

const EXPECTED: Readonly<Record<Of<'lab-expected'>['change'], Bilingual>> = {
  met: both('Det väntade gjordes', 'What was expected was done'),
  missed: both('Det väntade gjordes inte', 'What was expected was not done'),
  expired: both('Tiden för det väntade gick ut', 'The time for what was expected was out'),
};

const INJECTED: Readonly<Record<Of<'lab-injected'>['change'], Bilingual>> = {
  sent: both('Händelse', 'Inject'),
  acknowledged: both('Tog emot', 'Took in'),
  skipped: both('Överhoppad', 'Skipped'),
  begun: both('Börjar', 'Begins'),
  ended: both('Slutar', 'Ends'),
  failed: both('Gick inte att göra', 'Could not be done'),
};

function injectTelling({ inject, change, seat, why }: Of<'lab-injected'>): Telling {
  const { sv, en } = INJECTED[change];
  const because = why === undefined ? '' : ` (${why})`;
  return {
    ...{ kind: 'inject', tone: change === 'failed' ? 'bad' : 'plain' },
    text: both(`${sv}: ${inject.sv}${because}`, `${en}: ${inject.en ?? inject.sv}${because}`),
    ...(seat === undefined ? {} : { seat }),
  };
}

const toneOf = ({ kind }: LabNote): Moment['tone'] => {
  if (kind === 'good') return 'good';
  return CRITICAL_ERRORS.some((critical) => critical === kind) ? 'critical' : 'bad';
};

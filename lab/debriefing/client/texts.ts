import type { Bilingual } from '../../../pages/bilingual.ts';
import type { MomentKind, Picture } from '../timeline.ts';

const both = (sv: string, en: string): Bilingual => ({ sv, en });

/** What each kind of moment is called. */
export const KINDS: Readonly<Record<MomentKind, Bilingual>> = {
  clock: both('Klockan', 'The clock'),
  person: both('Person', 'Person'),
  card: both('Kort', 'Card'),
  inject: both('Händelse', 'Inject'),
  note: both('Anteckning', 'Note'),
  answer: both('Svar', 'Answer'),
  system: both('Systemet', 'The system'),
  bookmark: both('Bokmärke', 'Bookmark'),
};

/** The same as they are drawn on the timeline. */
export const MARKS: Readonly<Record<MomentKind, string>> = {
  clock: '■',
  person: '➤',
  card: '●',
  inject: '◆',
  note: '▲',
  answer: '○',
  system: '□',
  bookmark: '⚲',
};

/** Why there is no picture. */
export const WITHHELD: Readonly<Record<Extract<Picture, { withheld: unknown }>['withheld'], Bilingual>> = {
  elsewhere: both(
    'Ingen bild: webbläsaren stod på något annat än vårdsystemet.',
    'No picture: the browser was at something else than the care system.',
  ),
  unsafe: both(
    'Ingen bild: sidan visade något som inte får sparas, till exempel ett personnummer som kan vara någons.',
    'No picture: the page showed something that must not be kept, such as an identity number that may be somebody’s.',
  ),
  closed: both('Ingen bild: ingen sida var öppen.', 'No picture: no page was open.'),
  'too-large': both('Ingen bild: den var för stor.', 'No picture: it was too large.'),
  forgotten: both('[glömt]', '[forgotten]'),
};

export const TEXTS = {
  kicker: both('Genrep · Simuleringslabb', 'Genrep · Simulation lab'),
  debriefing: both('Genomgång efter dagen', 'Debriefing'),
  language: both('In English', 'På svenska'),
  play: both('Spela', 'Play'),
  pause: both('Pausa', 'Pause'),
  speed: both('Hastighet', 'Speed'),
  times: both('gånger', 'times'),
  position: both('Tidpunkt', 'Moment'),
  hideNames: both('Dölj vem', 'Hide who'),
  large: both('Stor text', 'Large text'),
  person: both('Person', 'Person'),
  patient: both('Patient', 'Patient'),
  handOver: both('Överlämning', 'Hand-over'),
  all: both('Alla', 'All'),
  kinds: both('Visa', 'Show'),
  timeline: both('Tidslinje', 'Timeline'),
  timelineText: both(
    'Korten i varje persons hand, och det som hände däremellan. Samma saker står i listan.',
    'The cards in each person’s hand, and what happened between. The same stands in the list.',
  ),
  happened: both('Vad som hänt till nu', 'What has happened until now'),
  nothing: both(
    'Inget har hänt än. Spela, eller dra i tidpunkten.',
    'Nothing has happened yet. Play, or move the moment.',
  ),
  when: both('När', 'When'),
  what: both('Vad', 'What'),
  who: both('Vem', 'Who'),
  goTo: both('Gå hit', 'Go here'),
  bookmarks: both('Bokmärken', 'Bookmarks'),
  noBookmarks: both('Inga bokmärken.', 'No bookmarks.'),
  mark: both('Bokmärk tidpunkten', 'Bookmark this moment'),
  why: both('Vad ska vi prata om? Skriv inga namn.', 'What shall we talk about? Write no names.'),
  about: both('Om', 'About'),
  everybody: both('Alla', 'Everybody'),
  remove: both('Ta bort', 'Remove'),
  picture: both('Vårdsystemets sida', 'The care system’s page'),
  close: both('Stäng', 'Close'),
  pictureHidden: both(
    'Bilden visas inte när det döljs vem det var.',
    'The picture is not shown while it is hidden who it was.',
  ),
  forgotten: both('[glömt]', '[forgotten]'),
  done: both('syns klart', 'shown done'),
  stuck: both('kom inte vidare', 'got stuck'),
  other: both('slutade annars', 'ended otherwise'),
  failed: both('Det gick inte. Läs om sidan.', 'That did not work. Reload the page.'),
  code: both('Handledarens eller observatörernas kod', 'The facilitator’s or the observers’ code'),
  enter: both('Gå in', 'Go in'),
  noSuchCode: both(
    'Den koden är varken handledarens eller observatörernas.',
    'That code is neither the facilitator’s nor the observers’.',
  ),
  reading: both('Läser tidslinjen …', 'Reading the timeline …'),
} as const;

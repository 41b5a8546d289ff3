import type { LabEvent } from '../../domain/lab-evidence.ts';
import { NOTE_TEXTS } from '../../domain/lab-notes.ts';
import { ROLES } from '../../domain/role.ts';
import { type LabState, stateAfter } from '../../lab/state.ts';
import { type Bilingual, both, sentence } from '../../pages/bilingual.ts';
import type { RunHistory } from '../history.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { isCritical } from './measure-lab.ts';

/** Something in a lab that asks for a cause. It says at what kind of place, and not which person. */
export interface Finding {
  /** '09:05' on the day's clock. */
  readonly clock: string;
  readonly what: Bilingual;
  readonly about: Bilingual;
  /** An error that may harm a patient. */
  readonly isCritical: boolean;
}

/** What observers saw go wrong, what was said and did not show, who got stuck, and what monitors saw; errors first. */
export function findingsOf(run: RunHistory): readonly Finding[] {
  const events = run.lab ?? [];
  const state = stateAfter(events);
  const words = new Map(vocabularyOf([run]).activities.map((facts) => [facts.kind, facts]));
  const aboutCard = (id: string | undefined, seat: string | undefined): Bilingual => {
    const card = id === undefined ? undefined : state.cards.get(id);
    const kind = card === undefined ? undefined : words.get(card.kind);
    return placed(kind === undefined ? undefined : sentence(kind), seat ?? card?.seat, state);
  };
  const found = events.flatMap((event): Finding[] => {
    const clock = clockOf(event.dayTime);
    if (event.type === 'lab-note' && event.kind !== 'good')
      return [
        {
          ...{ clock, what: sentence(NOTE_TEXTS[event.kind]), about: aboutCard(event.card, event.seat) },
          isCritical: isCritical(event.kind),
        },
      ];
    if (event.type === 'lab-expected' && event.verdict === 'fail') {
      const inject = state.injects.find((each) => each.inject.id === event.inject)?.inject;
      const about = both(inject?.sv ?? event.inject, inject?.en ?? inject?.sv ?? event.inject);
      return [{ clock, what: UNMET, about, isCritical: false }];
    }
    const what = event.type === 'lab-card' ? CHANGES[event.change] : undefined;
    if (event.type !== 'lab-card' || what === undefined) return [];
    return [{ clock, what, about: aboutCard(event.card, undefined), isCritical: false }];
  });
  const watched = run.monitored
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ sv, en }): Finding => ({ clock: '–', what: both(sv, en), about: WATCHED, isCritical: false }));
  return [
    ...found.filter((each) => each.isCritical),
    ...found.filter((each) => !each.isCritical),
    ...watched,
  ];
}

const UNMET = both(
  'Det som väntades efter en händelse gjordes inte',
  'What was expected after an inject was not done',
);
const WATCHED = both('sågs utöver stegen', 'seen beside the steps');

const CHANGES: Readonly<Partial<Record<Extract<LabEvent, { type: 'lab-card' }>['change'], Bilingual>>> = {
  'not-shown': both('Sagt klart, syntes inte', 'Said done, not shown'),
  otherwise: both(
    'Något annat än kortet stod i journalen',
    'Something else than the card stood in the chart',
  ),
  stuck: both('Kom inte vidare', 'Got stuck'),
};

function placed(what: Bilingual | undefined, id: string | undefined, { seats }: LabState): Bilingual {
  const seat = seats.find((each) => each.seat.id === id)?.seat;
  if (seat === undefined) return what ?? both('–', '–');
  const { title, en } = ROLES[seat.role];
  const [sv, english] = [`${title}, ${seat.unitName}`, `${en.replace(/^the /, '')}, ${seat.unitName}`];
  return what === undefined ? both(sv, english) : both(`${what.sv} (${sv})`, `${what.en} (${english})`);
}

const two = (value: number): string => String(value).padStart(2, '0');
const clockOf = (dayTime: number): string => {
  const minutes = Math.floor(dayTime / 60_000);
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
};

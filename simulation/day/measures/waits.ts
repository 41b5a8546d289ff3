import type { ColourModel, DayModel } from '../model/day-model.ts';
import { MINUTE } from '../model/time.ts';
import type { VisitSeen } from '../play/observations.ts';
import { type Measure, mean } from './measure.ts';
import { COLOUR_TEXTS } from './texts.ts';

const KINDS = [
  { id: 'to-triage', sv: 'Väntan till triage', en: 'Wait for triage', until: 'triagedAt', group: 'waits' },
  { id: 'to-doctor', sv: 'Väntan till läkare', en: 'Wait for a doctor', until: 'doctorAt', group: 'waits' },
  { id: 'stay', sv: 'Vistelsetid', en: 'Length of stay', until: 'leftAt', group: 'stay' },
] as const;

/** From coming to the emergency department until triage, a doctor, leaving: of those who got there within the day. */
export const waits = ({ colours }: DayModel): Measure[] =>
  KINDS.flatMap((kind) => [...colours.map((colour) => waitOf(kind, colour)), waitOf(kind, undefined)]);

function waitOf(
  { id, sv, en, until, group }: (typeof KINDS)[number],
  colour: ColourModel | undefined,
): Measure {
  const whom = colour === undefined ? { sv: 'alla', en: 'all' } : COLOUR_TEXTS[colour.colour];
  return {
    id: `wait/${id}/${colour?.colour ?? 'all'}`,
    group,
    unit: 'minutes',
    better: 'less',
    sv: `${sv}, ${whom.sv}`,
    en: `${en}, ${whom.en}`,
    read: ({ seen }) =>
      mean(
        newcomers(seen.visits, colour).flatMap((visit) => {
          const end = visit[until];
          return end === undefined ? [] : [(end - visit.arrivedAt) / MINUTE];
        }),
      ),
  };
}

/** Those who came during the day; when those of the census came is not known. */
export const newcomers = (visits: readonly VisitSeen[], colour: ColourModel | undefined): VisitSeen[] =>
  visits.filter((visit) => !visit.fromCensus && (colour === undefined || visit.colour === colour.colour));

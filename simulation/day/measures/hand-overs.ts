import type { DayModel } from '../model/day-model.ts';
import { DAY, MINUTE } from '../model/time.ts';
import type { Hospital } from '../play/hospital.ts';
import type { HandOverSeen } from '../play/observations.ts';
import { type Measure, mean } from './measure.ts';
import { SHIFT_TEXTS } from './texts.ts';

/** At each change of shifts: how many patients wait to be handed over when those who know them go home, and how long it took. */
export const handOvers = ({ handOvers: models, units }: DayModel): Measure[] =>
  models.flatMap(({ unit, changes }) =>
    changes.flatMap(({ from, to }, change): Measure[] => {
      const name = units.find(({ key }) => key === unit)?.name ?? unit;
      const of = ({ seen }: Hospital) =>
        seen.handOvers.filter((each) => each.unit === unit && each.change === change);
      const text = (language: 'sv' | 'en') =>
        `${name}, ${SHIFT_TEXTS[from][language]} → ${SHIFT_TEXTS[to][language]}`;
      return [
        {
          id: `hand-overs/${unit}/${from}-${to}/waiting`,
          group: 'hand-overs',
          unit: 'count',
          better: 'less',
          sv: `Väntar när passet går hem, ${text('sv')}`,
          en: `Wait when the shift goes home, ${text('en')}`,
          read: (hospital) => of(hospital).filter(isWaiting).length,
        },
        {
          id: `hand-overs/${unit}/${from}-${to}/minutes`,
          group: 'hand-overs',
          unit: 'minutes',
          better: 'less',
          sv: `Tid till övertagande, ${text('sv')}`,
          en: `Time until received, ${text('en')}`,
          read: (hospital) =>
            mean(of(hospital).map(({ at, receivedAt }) => ((receivedAt ?? DAY) - at) / MINUTE)),
        },
      ];
    }),
  );

const isWaiting = ({ receivedAt, by }: HandOverSeen): boolean => receivedAt === undefined || receivedAt > by;

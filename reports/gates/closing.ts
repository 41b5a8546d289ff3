import type { Act, Closing } from './gate.ts';

/** An act with its words in both languages, and its command. */
export const act = (sv: string, en: string, command?: string): Act => ({
  sv,
  en,
  ...(command === undefined ? {} : { command }),
});

/** A day is named by its file in scenarios/days, which evidence does not know. */
const A_DAY = 'npx genrep day DAG';

/** Closed by playing a day with robots. */
export const byADay: Closing = {
  look: act('Öva en hel dag.', 'Rehearse a whole day.', A_DAY),
  mend: act(
    'Rätta det som gick fel och öva dagen igen.',
    'Mend what went wrong and rehearse the day again.',
    A_DAY,
  ),
};

/** Closed by playing every flow once. */
export const byTheFlows: Closing = {
  look: act('Spela alla patientflöden.', 'Play every patient flow.', 'npx genrep features'),
  mend: act(
    'Rätta det som gick fel och spela flödena igen.',
    'Mend what went wrong and play the flows again.',
    'npx genrep features',
  ),
};

const A_LOAD = 'npx genrep load DAG';

/** Closed by a load, of at least so many times the day's own arrivals. */
export const byALoad = (atLeastTimes?: number): Closing => {
  const command = atLeastTimes === undefined ? A_LOAD : `${A_LOAD} --multiply ${atLeastTimes}`;
  return {
    look: act('Belasta systemet med dagens flöden.', 'Load the system with the flows of the day.', command),
    mend: act('Rätta det som inte höll och belasta igen.', 'Mend what did not hold and load again.', command),
  };
};

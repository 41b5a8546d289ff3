import { both } from '../../../pages/bilingual.ts';
import { lastTold } from '../drill-history.ts';
import { foundIn, type Judge, ofMany } from './check.ts';

/** What was accepted while nothing could be written would be looked for by nobody. */
export const refusedVisibly: Judge = ({ wrote }) => {
  const stopped = wrote.filter(({ when }) => when === 'read-only' || when === 'down');
  const against = stopped.filter(({ told: said }) => said === 'accepted');
  return ofMany(
    both(
      'Det som inte kunde skrivas nekades, så att det syntes',
      'What could not be written was refused, and seen to be',
    ),
    stopped,
    against,
    (right, all) => both(`${all - right} av ${all} togs emot`, `${all - right} of ${all} were accepted`),
  );
};

export const readsInReadOnly: Judge = ({ came, read }) => {
  if (came['read-only'] === undefined) return undefined;
  const own = read.filter(({ when }) => when === 'read-only');
  const failed = own.filter(({ ok }) => !ok);
  return {
    words: both('Det gick att läsa i läsläget', 'It could be read in read-only mode'),
    verdict: own.length === 0 ? 'not-covered' : failed.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${own.length - failed.length} av ${own.length} läsningar`,
      `${own.length - failed.length} of ${own.length} reads`,
    ),
    against: [],
  };
};

/** What was refused, or made void on paper, and is there all the same. */
export const nothingUninvited: Judge = (drill) => {
  const { wrote, papers } = drill;
  const refused = [...lastTold(wrote).values()].filter(({ told: said }) => said === 'refused');
  const none = [...refused, ...papers.filter(({ isVoid }) => isVoid)];
  const byNumber = foundIn(drill);
  const against = none.filter(({ number }) => (byNumber.get(number)?.found?.length ?? 0) > 0);
  return ofMany(
    both('Det som nekades eller makulerades finns inte', 'What was refused or made void is not there'),
    none,
    against,
    (right, all) => both(`${all - right} av ${all} finns`, `${all - right} of ${all} are there`),
  );
};

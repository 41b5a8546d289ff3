import { both } from '../../../pages/bilingual.ts';
import { expectedIn } from '../drill-history.ts';
import { foundIn, type Judge, numbersOf, ofMany, there } from './check.ts';

export const nothingLost: Judge = (drill) => {
  const all = expectedIn(drill);
  const byNumber = foundIn(drill);
  const against = all.filter(({ number }) => byNumber.get(number)?.found?.length === 0);
  const silent = all.filter(({ number }) => byNumber.get(number)?.found === undefined);
  const there = all.length - against.length - silent.length;
  return {
    words: both(
      'Inget tappades: allt som togs emot eller fördes in finns',
      'Nothing was lost: all that was accepted or entered is there',
    ),
    verdict:
      against.length > 0 ? 'fail' : silent.length > 0 ? 'unknown' : all.length === 0 ? 'not-covered' : 'pass',
    measured: both(`${there} av ${all.length} finns`, `${there} of ${all.length} are there`),
    against: numbersOf([...against, ...silent]),
  };
};

export const nothingDoubled: Judge = ({ found }) => {
  const told = found.filter((one) => one.found !== undefined);
  const against = told.filter((one) => (one.found?.length ?? 0) > 1);
  return ofMany(
    both(
      'Inget dubblerades, fast det skickades flera gånger',
      'Nothing was doubled, though it was sent more than once',
    ),
    told,
    against,
    (right, all) => both(`${all - right} dubbla`, `${all - right} doubled`),
  );
};

/** The hour on the paper is when it happened; the hour of entry is not. */
export const asWritten: Judge = (drill) => {
  const pairs = there(drill);
  const against = pairs.filter(([one, own]) =>
    own.some(
      ({ at, value }) => value !== one.value || (drill.opened.stops !== 'laboratory' && at !== one.at),
    ),
  );
  return ofMany(
    drill.opened.stops === 'laboratory'
      ? both('Värdet är det som laboratoriet svarade', 'The value is what the laboratory answered')
      : both(
          'Tid och värde är de som skrevs, på papper eller i systemet',
          'Time and value are those that were written, on paper or not',
        ),
    pairs,
    against,
    (right, all) => both(`${right} av ${all}`, `${right} of ${all}`),
    ([one]) => one.number,
  );
};

export const rightPatient: Judge = (drill) => {
  const pairs = there(drill);
  const against = pairs.filter(([one, own]) => own.some(({ patient }) => patient !== one.patient));
  return ofMany(
    both('Allt hamnade hos rätt patient', 'All came to the right patient'),
    pairs,
    against,
    (right, all) => both(`${all - right} hos en annan`, `${all - right} with another`),
    ([one]) => one.number,
  );
};

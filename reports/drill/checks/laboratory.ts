import { both } from '../../../pages/bilingual.ts';
import { type Judge, ofMany } from './check.ts';

/** An order that is refused because the laboratory is away has to be remembered by somebody. */
export const ordersQueued: Judge = ({ wrote }) => {
  const orders = wrote.filter(({ what, when }) => what === 'order' && when === 'down');
  const against = orders.filter(({ told: said }) => said !== 'accepted');
  return ofMany(
    both(
      'Det gick att beställa medan laboratoriet var borta',
      'It could be ordered while the laboratory was gone',
    ),
    orders,
    against,
    (right, all) => both(`${right} av ${all} köade`, `${right} of ${all} queued`),
  );
};

/** A test that was done on paper and still stands on the laboratory's list is done again, on a patient who is pricked again. */
export const paperNotRedone: Judge = ({ papers, found }) => {
  const looked = found.filter(
    ({ number, waiting }) => waiting !== undefined && papers.some((paper) => paper.number === number),
  );
  const against = looked.filter(({ waiting = 0 }) => waiting > 0);
  return ofMany(
    both(
      'Det som redan gjorts på papper står inte kvar att göra',
      'What was done on paper already does not stand to be done',
    ),
    looked,
    against,
    (right, all) => both(`${all - right} av ${all} står kvar`, `${all - right} of ${all} still stand`),
  );
};

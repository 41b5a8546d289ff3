/** What the contract cases of an area outside this repository are written with: `genrep/contract`. */
export {
  type Case,
  does,
  doesElsewhere,
  isRefused,
  misremembers,
  STAFF,
  sees,
  seesNot,
} from '../systems/contract/script.ts';

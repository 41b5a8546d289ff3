/** What an area outside this repository is done with in the reference environment's pages: `genrep/pages`. */
export { boundOf, done, taskBehind } from '../systems/care-system.ts';
export { Refused } from '../systems/driver/outcome.ts';
export { listed, quoted } from '../systems/driver/words.ts';
export { type Desk, numberOf, unitName } from '../systems/reference-ui/desk.ts';
export type { PagesArea, Place, QuestionTable, TaskTable } from '../systems/reference-ui/handler.ts';
export { looking, PRESENT, shownText } from '../systems/reference-ui/screen/looking.ts';
export { amount, decimal, isShown } from '../systems/reference-ui/words.ts';

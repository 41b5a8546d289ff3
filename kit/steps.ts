/** What the sentences of an area outside this repository are written with: `genrep/steps`. */
export { Given, Then, When } from '@cucumber/cucumber';
export { ref } from '../domain/ref.ts';
export type { Actor } from '../domain/role.ts';
export {
  type Milliseconds,
  SECOND,
  sameDayAs,
  throughout,
  within,
  withinOfDay,
} from '../domain/time.ts';
export { defineWords } from '../features/support/words.ts';
export type { GenrepWorld } from '../features/support/world.ts';

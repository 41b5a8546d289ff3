/**
 * The care day on the simulation kernel: patients are processes, staff are resources with shifts, and the flows of the
 * mix are the same compiled scenarios that robots play.
 *
 * `model/` brings a day, its simulation data and its flows together as plain data and refuses what cannot be played;
 * `play/` plays one day of it; `measures/` reads off what happened; `what-if/` changes the day and plays it with the same
 * draws; `result.ts` says it as JSON, `terminal.ts` and `page/` show it.
 */
export { LiveDay, type Progress } from './live/live-day.ts';
export { foresee, lagOf, measurementsOf } from './live/measurements.ts';
export { simulationPage } from './page/page.ts';
export { prepareRehearsal, prepareSimulation } from './prepare.ts';
export { simulationResult } from './result.ts';
export { resultText } from './terminal.ts';

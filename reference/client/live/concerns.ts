import type { LiveEvent } from './live-events.tsx';

/** Events about one patient's resources of some types. */
export const aboutPatient =
  (patient: string, ...types: readonly string[]) =>
  (event: LiveEvent): boolean =>
    types.includes(event.type) && (event.patient === undefined || event.patient === patient);

/** Events about resources of some types, whoever they are about. */
export const aboutTypes =
  (...types: readonly string[]) =>
  (event: LiveEvent): boolean =>
    types.includes(event.type);

/** Events about one unit's resources of some types. */
export const atUnit =
  (unit: string, ...types: readonly string[]) =>
  (event: LiveEvent): boolean =>
    types.includes(event.type) && (event.unit === undefined || event.unit === unit);

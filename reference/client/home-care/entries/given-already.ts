import type { MedicationAdministration, MedicationRequest } from '@medplum/fhirtypes';
import { hoursBetween } from '../../../../domain/codes/drugs.ts';
import type { Visit } from '../kept/round.ts';
import type { Entry } from './entry.ts';

/** A dose that takes the place of the one about to be given. */
export interface Given {
  readonly at: string;
  /** Undefined where it was given from this device and has not been sent. */
  readonly by: string | undefined;
}

/** The latest dose of a prescription that is so near that another now would be the same dose twice, as far as is known here. */
export function givenAlready(
  request: MedicationRequest,
  { given }: Pick<Visit, 'given'>,
  entries: readonly Entry[],
  now: string,
): Given | undefined {
  const reference = `MedicationRequest/${request.id}`;
  const elsewhere = given
    .filter((dose) => dose.status === 'completed' && dose.request?.reference === reference)
    .map((dose) => ({ at: dose.effectiveDateTime ?? '', by: dose.performer?.[0]?.actor?.display ?? '' }));
  const here = entries.flatMap(({ what, state, at }) =>
    state === 'waiting' && 'makes' in what && isDoseOf(what.makes, reference) ? [{ at, by: undefined }] : [],
  );
  const soonAfter = (hoursBetween(request) / 2) * HOUR;
  return [...elsewhere, ...here]
    .filter(({ at }) => Math.abs(Date.parse(now) - Date.parse(at)) < soonAfter)
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .at(-1);
}

const HOUR = 3_600_000;

const isDoseOf = (made: object, reference: string): boolean =>
  (made as MedicationAdministration).request?.reference === reference;

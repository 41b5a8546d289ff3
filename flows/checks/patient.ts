import { implausible, PLAUSIBLE_AGE } from '../../domain/plausible.ts';
import { type FlowCheck, mistake } from './check.ts';

/** The flow happens to somebody, who can be as old as is said. */
export const hasItsPatient: FlowCheck = (recording) => {
  const { patient, steps } = recording;
  if (steps.length === 0 && patient === undefined)
    return [mistake('Scenariot har inga steg; börja med "Givet en patient mellan 20 och 80 år".', recording)];
  if (patient === undefined)
    return [
      mistake('Scenariot ska börja med "Givet en patient …", till exempel mellan 20 och 80 år.', recording),
    ];
  const { ageFrom, ageTo } = patient;
  if (ageFrom > ageTo)
    return [
      mistake(
        `Åldrarna står omvänt: mellan ${ageFrom} och ${ageTo} år. Skriv den lägre först: mellan ${ageTo} och ${ageFrom} år.`,
        recording,
      ),
    ];
  return [ageFrom, ageTo]
    .flatMap((age) => implausible(age, PLAUSIBLE_AGE) ?? [])
    .map((told) => mistake(`Patientens ${told}.`, recording));
};

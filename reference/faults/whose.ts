import { valuesAt } from './fields.ts';
import type { Thing } from './operator.ts';

/** Where resources say whose they are. */
const SUBJECTS = ['subject', 'patient', 'for'] as const;

/** Whom a thing is about: 'Patient/17' of a resource and of an access, the patient's number of a laboratory message. */
export function whose(thing: Thing): string | undefined {
  if (thing.resourceType === 'Patient') return `Patient/${thing.id}`;
  const told = [
    ...SUBJECTS.flatMap((field) => valuesAt(thing, `${field}.reference`)),
    ...valuesAt(thing, 'participant.actor.reference'),
    ...valuesAt(thing, 'patients'),
  ].find((reference) => typeof reference === 'string' && reference.startsWith('Patient/'));
  const number = valuesAt(thing, 'patient.number.value')[0];
  const found = told ?? number ?? (typeof thing.patient === 'string' ? thing.patient : undefined);
  return found === undefined ? undefined : String(found);
}

/** The latest that is about somebody else. */
export const ofAnother = (thing: Thing, met: readonly Thing[]): Thing | undefined => {
  const own = whose(thing);
  if (own === undefined) return undefined;
  return met.find((other) => whose(other) !== undefined && whose(other) !== own);
};

/** The latest whose patient this could be taken for: of its own sort, else of any; of a person another person. */
export const donorFor = (
  thing: Thing,
  { met, people }: { readonly met: readonly Thing[]; readonly people: readonly Thing[] },
): Thing | undefined =>
  ofAnother(thing, met) ?? (thing.resourceType === 'Patient' ? undefined : ofAnother(thing, people));

/** The thing as if it were about the person whom the other is about. */
export function asIfOf(thing: Thing, other: Thing): Thing {
  if (thing.resourceType === 'Patient') return { ...other, id: thing.id, meta: thing.meta };
  if (Array.isArray(thing.patients)) return { ...thing, patients: other.patients };
  if ('orderNumber' in thing) return { ...thing, patient: other.patient, orderNumber: other.orderNumber };
  if (valuesAt(thing, 'patient.number.value').length > 0) return { ...thing, patient: other.patient };
  if (typeof thing.patient === 'string') return { ...thing, patient: other.patient };
  const reference = whose(other);
  const field = SUBJECTS.find((name) => name in thing);
  if (field !== undefined) return { ...withoutStay(thing), [field]: { reference } };
  if (!Array.isArray(thing.participant)) return thing;
  const participant = thing.participant.map((one: Thing) =>
    String(valuesAt(one, 'actor.reference')[0]).startsWith('Patient/')
      ? { ...one, actor: { reference } }
      : one,
  );
  return { ...thing, participant };
}

/** The stay that it was written in is not the other's. */
function withoutStay({ encounter: _, ...thing }: Thing): Thing {
  return thing;
}

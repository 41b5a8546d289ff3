import { isDenied, type Shown } from '../../../domain/fact.ts';
import { entitlement } from './access.ts';
import { aboutOthers, type Look } from './look-as.ts';
import { shieldingOf } from './names.ts';
import { visibleTo } from './readers.ts';
import { hasOperation, type Surroundings, seenBy, shownOf } from './surroundings.ts';
import { isSame, until } from './until.ts';

/** Takes the record as one extract. */
export async function extractAs(
  at: Surroundings,
  { person, instance, round, reader, truth }: Omit<Look, 'type' | 'entitled'>,
  types: readonly string[],
): Promise<void> {
  if (!hasOperation(at, 'Patient', 'everything')) return;
  // FHIR's compartment of a patient holds no tasks.
  const kinds = types.filter((type) => type !== 'Task' && entitlement(reader.relation, type) === true);
  const due = async (): Promise<readonly Shown[]> => {
    const all = await Promise.all(kinds.map((type) => truth.of(type)));
    return visibleTo(reader, all.flat()).map(shownOf);
  };
  let target = await due();
  let answered = true;
  let refused: string | undefined;
  let others: readonly string[] = [];
  const { seen, waited } = await until(
    at,
    async () => {
      const address = `${person.reference}/$everything`;
      const concerning = { patient: person.patient.key, what: person.reference, instance };
      const fetched = await seenBy(at, reader.account, address, 'GET Patient/:id/$everything', concerning);
      answered = fetched?.status === 200;
      refused = fetched === undefined || answered ? undefined : String(fetched.status);
      const resources = fetched?.resources ?? [];
      others = aboutOthers(at, resources, person);
      if (person.patient.protectedIdentity) shieldingOf(at, { person, instance, type: 'Patient' }, resources);
      const shown = resources.filter(({ resourceType }) => kinds.includes(resourceType)).map(shownOf);
      if (!isSame(shown, target)) {
        for (const type of kinds) await truth.anew(type);
        target = await due();
      }
      return shown;
    },
    (shown) => !answered || isSame(shown, target),
  );
  if (!answered && !isDenied({ refused })) return;
  at.facts.push({
    fact: 'looked',
    ...{
      round,
      view: 'extract',
      reader: reader.name,
      role: reader.role,
      what: 'Patient',
      about: person.patient.key,
    },
    ...{ instance, shown: seen, due: target, entitled: true, others, waited },
    ...(refused === undefined ? {} : { refused }),
  });
}

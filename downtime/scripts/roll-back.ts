import type { DrillFact } from '../../domain/drill-evidence.ts';
import type { RollBackDrill } from '../drill.ts';
import { admit, type Noted, notedOf, write } from '../records.ts';
import type { Person } from '../rehearsing.ts';
import { factAt, lookUp, note, type Script, standing } from '../rehearsing.ts';

const KINDS: readonly Noted[] = ['measurement', 'dose'];

/**
 * The new system is left. What was written in it since the start is listed out of the new system itself, carried to the old one line
 * by line, and looked for there: all of it, once, with its own times, with the right person.
 */
export const rollBack: Script<RollBackDrill> = async (rehearsing) => {
  const { client, door, clock, drill, run, name, people, persons, tell, progress, back } = rehearsing;
  if (back === undefined) throw new Error('A roll-back needs a system to go back to.');
  const old = await Promise.all(
    people.map(
      async (person, index): Promise<Person> => ({
        key: `p${index}`,
        reference: await admit(back.client, `${run}/${name}/p${index}`, person),
      }),
    ),
  );
  const inOld = { ...rehearsing, persons: old };
  const numbers: Record<Noted, string[]> = { measurement: [], dose: [] };
  const writeAll = async (when: 'before' | 'read-only', prefix: string, each: number) => {
    for (let index = 0; index < persons.length * each; index += 1) {
      const what = index % 2 === 0 ? 'measurement' : 'dose';
      const fact = factAt(rehearsing, `${prefix}${index}`, index);
      numbers[what].push(fact.number);
      await note(rehearsing, what, when, fact);
    }
  };
  await writeAll('before', 'f', drill.written);

  progress('det nya systemet lämnas: bara läsning');
  tell({ type: 'drill-came', moment: 'stopped', at: clock.now() });
  await door.set('read-only');
  await writeAll('read-only', 'r', 1);
  tell({ type: 'drill-came', moment: 'printed', at: clock.now() });
  const list: (DrillFact & { readonly what: Noted })[] = [];
  for (const what of KINDS) {
    for (const { reference } of persons) {
      for (const { number, ...known } of (await notedOf(client, what, reference)) ?? []) {
        const told = standing(rehearsing, known);
        tell({ type: 'drill-listed', number, ...told });
        const { patient, value, at } = told;
        // What tells no time or no value cannot be carried: it is on the list, and will be missing.
        if (value !== undefined && at !== undefined) list.push({ number, patient, value, at, what });
      }
    }
  }

  progress('det som skrevs i det nya förs tillbaka');
  for (const { what, ...fact } of list) {
    const patient = old.find(({ key }) => key === fact.patient)?.reference ?? '';
    const { told } = await write(back.client, what, { ...fact, patient });
    tell({ type: 'drill-wrote', what, when: 'back-entry', ...fact, told });
  }
  tell({ type: 'drill-came', moment: 'recovered', at: clock.now() });
  progress('avstämning');
  for (const what of KINDS) await lookUp(inOld, what, numbers[what], back.client);
  await door.set('up');
};

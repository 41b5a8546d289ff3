import { type Activity, nameGiven, namesNeeded, type TaskKind } from '../../domain/activity.ts';
import type { InputError } from '../../domain/input-error.ts';
import { isRef } from '../../domain/ref.ts';
import { didYouMean } from '../../input/suggest.ts';
import { choices, type FlowCheck, mistake } from './check.ts';

/** What a name must stand for where it is used: by the field of the activity, the tasks that make such a thing. */
const MADE_BY: Readonly<Record<string, { readonly sv: string; readonly by: readonly TaskKind[] }>> = {
  order: { sv: 'en provordination', by: ['order-test'] },
  answer: { sv: 'ett provsvar', by: ['answer-order'] },
  call: { sv: 'ett samtal om ett kritiskt svar', by: ['telephone-critical-answer'] },
  prescription: { sv: 'en läkemedelsordination', by: ['prescribe', 'attempt-to-prescribe'] },
  attempt: { sv: 'ett försök att ordinera', by: ['attempt-to-prescribe'] },
  given: { sv: 'en given dos', by: ['give-dose'] },
  drug: { sv: 'en given dos', by: ['give-dose'] },
  measurement: { sv: 'en mätning', by: ['record-vitals', 'contribute-blood-pressure'] },
  note: { sv: 'en anteckning', by: ['write-note'] },
  handOver: { sv: 'en överlämning', by: ['hand-over-shift'] },
  message: { sv: 'ett meddelande', by: ['send-message', 'attempt-to-send-message'] },
  meeting: { sv: 'en kallelse till planering', by: ['call-care-planning'] },
  booking: { sv: 'en bokad tid', by: ['book-telephone-time'] },
};

/** A step can only need a name that an earlier step gave to such a thing, and no name is given twice. */
export const namesAreGivenFirst: FlowCheck = ({ steps }) => {
  const given = new Map<string, Activity>();
  const mistakes: InputError[] = [];
  for (const step of steps) {
    const { activity, limit } = step;
    if (activity.type === 'wait') continue;
    const since = limit !== undefined && 'since' in limit && limit.since !== undefined ? [limit.since] : [];
    for (const name of new Set([...namesNeeded(activity), ...since])) {
      if (!given.has(name)) mistakes.push(mistake(neverGiven(name, [...given.keys()]), step));
    }
    for (const told of misfits(activity, given)) mistakes.push(mistake(told, step));
    const name = nameGiven(activity);
    if (name === undefined) continue;
    if (given.has(name))
      mistakes.push(mistake(`Namnet "${name}" är redan givet i scenariot; välj ett annat.`, step));
    given.set(name, activity);
  }
  return mistakes;
};

function neverGiven(name: string, given: readonly string[]): string {
  const so = given.length === 0 ? 'inga' : given.map((one) => `"${one}"`).join(', ');
  return `Inget tidigare steg har gett något namnet "${name}"${didYouMean(name, given) || ';'} Hittills finns ${so}.`.replace(
    '; Hittills',
    '; hittills',
  );
}

function* misfits(activity: Activity, given: ReadonlyMap<string, Activity>): Generator<string> {
  for (const [field, value] of Object.entries(activity)) {
    const wanted = MADE_BY[field];
    const made = isRef(value) ? given.get(value.ref) : undefined;
    if (wanted === undefined || made === undefined || !isRef(value)) continue;
    if (wanted.by.some((kind) => kind === made.kind)) continue;
    const fitting = [...given].flatMap(([name, one]) =>
      wanted.by.some((kind) => kind === one.kind) ? [name] : [],
    );
    const advice =
      fitting.length === 0 ? 'inget tidigare steg har gett något sådant' : `skriv ${choices(fitting)}`;
    yield `"${value.ref}" är inte ${wanted.sv}, som steget behöver; ${advice}.`;
  }
}

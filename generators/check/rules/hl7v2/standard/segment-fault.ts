import type { Words } from '../../../rule.ts';
import { isOfType } from './primitive.ts';
import { componentsOf, fieldsOf, isInTable, type Slot } from './published.ts';

/** What parts a field, outermost first. */
const SEPARATORS = ['^', '&'] as const;
/** Asks the receiver to delete what it has; may stand in any field. */
const DELETE = '""';

/**
 * The first thing that is wrong with a segment by itself, where something is. Lengths are those of fields. What HL7 v2.5
 * gives 22 characters as an identifier (EI) is not measured: v2.6 gives it the 427 of the data type.
 */
export function segmentFault(text: string): Words | undefined {
  const parts = text.split('|');
  const name = parts[0] ?? '';
  const slots = fieldsOf(name);
  if (slots === undefined) {
    return { sv: `segmentet ${name} finns inte i HL7 v2.5`, en: `HL7 v2.5 has no segment ${name}` };
  }
  // MSH-1 is the delimiter itself, and MSH-2 the others.
  const isHeader = name === 'MSH';
  const values = isHeader ? ['|', '', ...parts.slice(2)] : parts.slice(1);
  for (let place = isHeader ? 2 : 0; place < Math.max(values.length, slots.length); place++) {
    const value = values[place] ?? '';
    const field = `${name}-${place + 1}`;
    const slot = slots[place];
    if (slot === undefined) {
      if (value !== '') return beyond(name, field, slots.length);
      continue;
    }
    const fault = fieldFault(slot, value, field, parts[2] ?? '');
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function fieldFault(slot: Slot, value: string, field: string, valueType: string): Words | undefined {
  if (value === '') return slot.opt === 2 ? missing(field, slot) : undefined;
  const repetitions = value.split('~');
  if (slot.rep === 1 && repetitions.length > 1) {
    return { sv: `${field} får bara stå en gång`, en: `${field} may stand only once` };
  }
  const datatype = slot.datatype === 'VARIES' ? valueType : slot.datatype;
  for (const repetition of repetitions) {
    if (slot.datatype !== 'EI' && repetition.length > slot.len) {
      return {
        sv: `${field} har ${repetition.length} tecken; det får ha ${slot.len}`,
        en: `${field} has ${repetition.length} characters; it may have ${slot.len}`,
      };
    }
    const fault = valueFault({ ...slot, datatype }, repetition, field, 0);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function valueFault(slot: Slot, value: string, place: string, depth: number): Words | undefined {
  if (value === '' || value === DELETE) return undefined;
  const components = componentsOf(slot.datatype);
  if (components.length === 0) return primitiveFault(slot, value, place);
  const separator = SEPARATORS[depth];
  const values = separator === undefined ? [value] : value.split(separator);
  if (values.length > components.length)
    return beyond(slot.datatype, `${place}.${values.length}`, components.length);
  for (const [n, component] of components.entries()) {
    const part = values[n] ?? '';
    const fault =
      part === '' && component.opt === 2
        ? missing(`${place}.${n + 1}`, component)
        : valueFault(component, part, `${place}.${n + 1}`, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function primitiveFault({ datatype, table }: Slot, value: string, place: string): Words | undefined {
  if (value.includes('^') || value.includes('&')) {
    return {
      sv: `${place} har komponenter; typen ${datatype} har inga`,
      en: `${place} has components; the type ${datatype} has none`,
    };
  }
  if (!isOfType(datatype, value)) {
    return {
      sv: `${place} är "${value}", som inte är av typen ${datatype}`,
      en: `${place} is "${value}", which is not of type ${datatype}`,
    };
  }
  if (datatype === 'ID' && table !== undefined && !isInTable(table, value)) {
    const number = String(table).padStart(4, '0');
    return {
      sv: `${place} är "${value}", som inte står i HL7:s tabell ${number}`,
      en: `${place} is "${value}", which does not stand in HL7 table ${number}`,
    };
  }
  return undefined;
}

const missing = (place: string, { desc }: Slot): Words => ({
  sv: `${place} (${desc}) saknas`,
  en: `${place} (${desc}) is missing`,
});

const beyond = (name: string, place: string, last: number): Words => ({
  sv: `${place} finns inte: ${name} slutar vid ${last} i HL7 v2.5`,
  en: `there is no ${place}: ${name} ends at ${last} in HL7 v2.5`,
});

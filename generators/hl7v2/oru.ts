import { CODING } from '../../domain/codes/hl7v2.ts';
import type { TestCode } from '../disease/codes.ts';
import type { Id } from '../fhir/ids.ts';
import { interpretationOf } from '../fhir/observation.ts';
import type { MeasurementFact, PressureFact, ReportFact } from '../history/facts.ts';
import { textOf } from '../output/utf8-writer.ts';
import type { Message, Sender } from './message.ts';
import { components, escaped, segment, timestamp } from './segment.ts';

/** A laboratory's answer, sent when it was issued. */
export function answered(sender: Sender, fact: ReportFact, resource: Id): Message {
  const { title, results, at, issued } = fact;
  const id = textOf(resource);
  const values = results.map(({ test, value }, n) => obx(sender, test, value, n + 1));
  return {
    at: issued,
    type: ORU,
    body: head(sender, fact) + obr(id, components('', title), at, issued, 'LAB') + values.join(''),
  };
}

export const measured = (sender: Sender, fact: MeasurementFact, id: string): Message => ({
  at: fact.at,
  type: ORU,
  body:
    head(sender, fact) +
    obr(id, coded(fact.test), fact.at, fact.at, 'OTH') +
    obx(sender, fact.test, fact.value, 1),
});

export function pressureMeasured(sender: Sender, fact: PressureFact, id: string): Message {
  const part = (n: number, code: string, display: string, value: number): string =>
    segment('OBX', {
      1: `${n}`,
      2: 'NM',
      3: components(code, display, CODING.loinc),
      5: `${value}`,
      6: components('mm[Hg]', '', CODING.ucum),
      11: 'F',
    });
  return {
    at: fact.at,
    type: ORU,
    body:
      head(sender, fact) +
      obr(id, components('85354-9', 'Blodtryck', CODING.loinc), fact.at, fact.at, 'OTH') +
      part(1, '8480-6', 'Systoliskt blodtryck', fact.systolic) +
      part(2, '8462-4', 'Diastoliskt blodtryck', fact.diastolic),
  };
}

const ORU = 'ORU^R01^ORU_R01';

const head = (sender: Sender, { contact }: MeasurementFact | PressureFact | ReportFact): string =>
  sender.pid + sender.visit(contact);

const obr = (id: string, service: string, at: number, issued: number, section: string): string =>
  segment('OBR', {
    1: '1',
    3: components(id),
    4: service,
    7: timestamp(at),
    22: timestamp(issued),
    24: section,
    25: 'F',
  });

const coded = ({ code, display, system }: TestCode): string => components(code, display, CODING[system]);

function obx(sender: Sender, test: TestCode, value: number | string, n: number): string {
  const isText = typeof value === 'string';
  return segment('OBX', {
    1: `${n}`,
    2: isText ? 'ST' : 'NM',
    3: coded(test),
    5: isText ? escaped(value) : `${value}`,
    6: test.unit === undefined || isText ? undefined : components(test.unit, '', CODING.ucum),
    8: interpretationOf(test, value, sender.history.person.sex),
    11: 'F',
  });
}

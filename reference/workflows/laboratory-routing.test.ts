import type {
  DiagnosticReport,
  Observation,
  Organization,
  Patient,
  ServiceRequest,
  Task,
} from '@medplum/fhirtypes';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';
import { labAnswer, labOrder } from './testing/resources.ts';

let rehearsal: Rehearsal;
const rehearsalWith = sharedRehearsals(afterAll);
afterEach(() => expect(rehearsal.problems).toEqual([]));

const physician = () => rehearsal.as('physician', 'sas-akuten');
const scientist = () => rehearsal.as('biomedical-scientist', 'sas-lab');

interface Ordered {
  readonly patient: Patient;
  readonly order: ServiceRequest;
}

async function ordered(test: string): Promise<Ordered> {
  const patient = await rehearsal.newPatient();
  return { patient, order: await physician().create(labOrder(patient, test)) };
}

const worklist = ({ order }: Ordered, status = 'requested'): Promise<Task[]> =>
  scientist().search<Task>(
    `Task?focus=ServiceRequest/${order.id}&status=${status}&owner=Organization/sas-lab`,
  );

const reports = ({ order }: Ordered): Promise<DiagnosticReport[]> =>
  physician().search<DiagnosticReport>(`DiagnosticReport?based-on=ServiceRequest/${order.id}&status=final`);

const ng = (value: number): Pick<Observation, 'valueQuantity'> => ({
  valueQuantity: { value, unit: 'ng/L', system: 'http://unitsofmeasure.org', code: 'ng/L' },
});

const answer = (to: Ordered, content: Pick<Observation, 'valueString' | 'valueQuantity'>) =>
  scientist().create<DiagnosticReport>(labAnswer(to.patient, to.order, content));

/** The text that the orderer reads. */
async function textRead(text: string): Promise<string | undefined> {
  const culture = await ordered('Blododling');
  await answer(culture, { valueString: text });
  const [report] = await eventually(async () => {
    const found = await reports(culture);
    expect(found).toHaveLength(1);
    return found;
  });
  const result = await physician().read<Observation>(report?.result?.[0]?.reference ?? '');
  return result.valueString;
}

const NASTY_TEXT =
  'Ingen växt i aeroba flaskan.\nInga hållpunkter för | ^ & ~ \\ eller \\.br\\; 3 µg/mL.\r\nEj svampodlad, inte vidare typad.';

describe('without faults', () => {
  test.each([
    ['somewhere else', [{ reference: 'Organization/elsewhere', display: 'Laboratoriet SÄS' }]],
    ['a unit that is no laboratory', [{ reference: 'Organization/sas-farmaci' }]],
    ['nobody', undefined],
  ])('an order to %s is refused in one sentence that says where to', async (_whom, performer) => {
    rehearsal = await rehearsalWith();
    const patient = await rehearsal.newPatient();
    const elsewhere: Organization = {
      resourceType: 'Organization',
      id: 'elsewhere',
      name: 'Laboratoriet SÄS',
    };
    if ((await rehearsal.store.read('Organization/elsewhere')) === undefined)
      await rehearsal.store.create(elsewhere);
    const order = { ...labOrder(patient, 'Troponin T'), performer };
    await expect(physician().create<ServiceRequest>(order)).rejects.toMatchObject({
      outcome: {
        id: 'business-rule',
        issue: [
          {
            code: 'business-rule',
            details: {
              text: expect.stringMatching(
                /^Ordern är ställd till .+, där ingen läser den: ställ den till husets eget laboratorium \(Laboratoriet SÄS\)\.$/,
              ),
            },
          },
        ],
      },
    });
    expect(await physician().search(`ServiceRequest?subject=Patient/${patient.id}`)).toEqual([]);
  });

  test('a signed order is on the laboratory worklist, is answered, and then done', async () => {
    rehearsal = await rehearsalWith();
    const troponin = await ordered('Troponin T');
    await eventually(async () => expect(await worklist(troponin)).toHaveLength(1));
    const promised = await answer(troponin, ng(52));
    const [report] = await eventually(async () => {
      const found = await reports(troponin);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(report?.id).toBe(promised.id);
    expect(report).toMatchObject({
      meta: { tag: [{ system: 'urn:genrep:token', code: `token-${troponin.order.id}` }] },
      subject: { reference: `Patient/${troponin.patient.id}` },
      performer: [{ identifier: { value: 'SE0000000000-sas-lab-biomedical-scientist' } }],
    });
    expect(await physician().read(report?.result?.[0]?.reference ?? '')).toMatchObject(ng(52));
    await eventually(async () => expect(await worklist(troponin, 'completed')).toHaveLength(1));
    expect(await worklist(troponin)).toEqual([]);
  });

  test.each([NASTY_TEXT, `${'Riklig växt | av E. coli.\n'.repeat(200)}slut`])(
    'text arrives as it was written',
    async (text) => {
      rehearsal = await rehearsalWith();
      expect(await textRead(text)).toBe(text);
    },
  );

  test('an order that is changed afterwards is sent once', async () => {
    rehearsal = await rehearsalWith();
    const troponin = await ordered('Troponin T');
    await eventually(async () => expect(await worklist(troponin)).toHaveLength(1));
    await physician().update({ ...troponin.order, note: [{ text: 'Akut' }] });
    const kalium = await ordered('Kalium');
    await eventually(async () => expect(await worklist(kalium)).toHaveLength(1));
    expect(await worklist(troponin)).toHaveLength(1);
  });

  test('an order that was signed and had not arrived when all was stopped is sent when it starts again', async () => {
    rehearsal = await rehearsalWith();
    const patient = await rehearsal.newPatient();
    const troponin = await ordered('Troponin T');
    await eventually(async () => expect(await worklist(troponin)).toHaveLength(1));
    const order = await rehearsal.store.create<ServiceRequest>(labOrder(patient, 'Kalium'));
    const kalium = { patient, order };
    expect(await worklist(kalium)).toEqual([]);
    await rehearsal.restart();
    await eventually(async () => expect(await worklist(kalium)).toHaveLength(1));
    expect(await worklist(troponin)).toHaveLength(1);
    await answer(kalium, ng(4));
    await answer(troponin, ng(52));
    await eventually(async () => expect(await reports(kalium)).toHaveLength(1));
    await rehearsal.restart();
    expect(await worklist(kalium)).toEqual([]);
  });

  test('what the laboratory cannot use is refused in its words', async () => {
    rehearsal = await rehearsalWith();
    const troponin = await ordered('Troponin T');
    const elsewhere = await physician().create({ ...labOrder(troponin.patient, 'Troponin T'), category: [] });
    const unknown = { ...troponin, order: elsewhere };
    await expect(answer(unknown, ng(1))).rejects.toThrow('Laboratoriet har inte tagit emot någon order');
    const wrongTest = labAnswer(
      troponin.patient,
      { ...labOrder(troponin.patient, 'Kalium'), id: troponin.order.id },
      ng(1),
    );
    await expect(scientist().create(wrongTest)).rejects.toThrow('svaret gäller en annan analys');
    await expect(answer(troponin, {})).rejects.toThrow('ett värde eller en text');
    await answer(troponin, ng(1));
    const second = labAnswer(troponin.patient, troponin.order, ng(2), 'another-token');
    await expect(scientist().create(second)).rejects.toThrow('redan besvarad');
  });

  test('the same answer sent again is the same answer', async () => {
    rehearsal = await rehearsalWith();
    const troponin = await ordered('Troponin T');
    const [first, again] = [await answer(troponin, ng(1)), await answer(troponin, ng(1))];
    expect(again.id).toBe(first.id);
    await eventually(async () => expect(await reports(troponin)).toHaveLength(1));
  });

  test('an order about nobody goes to the dead letters, which the laboratory owns', async () => {
    rehearsal = await rehearsalWith();
    const patient = await rehearsal.newPatient();
    const order = await physician().create({
      ...labOrder(patient, 'Kalium'),
      subject: { reference: 'https://elsewhere.example/fhir/Patient/1' },
    });
    await eventually(async () =>
      expect(await worklist({ patient, order })).toMatchObject([
        {
          code: { coding: [{ code: 'dead-letter' }] },
          description: 'Patienten som ordern gäller finns inte.',
        },
      ]),
    );
  });
});

/** How many of three orders are on the worklist once all have been accepted by the laboratory. */
async function ordersOnWorklist(name: string): Promise<number[]> {
  const orders = [await ordered(name), await ordered(name), await ordered(name)];
  const last = await ordered('Kalium');
  await eventually(async () => expect(await worklist(last)).toHaveLength(1));
  return Promise.all(orders.map(async (order) => (await worklist(order)).length));
}

describe('with faults', () => {
  test('order-lost: every third troponin order is acknowledged and on no worklist', async () => {
    rehearsal = await rehearsalWith('order-lost');
    expect(await ordersOnWorklist('Troponin T')).toEqual([0, 1, 1]);
    expect(await ordersOnWorklist('CRP')).toEqual([1, 1, 1]);
  });

  test('result-duplicated: every third troponin answer is stored twice', async () => {
    rehearsal = await rehearsalWith('result-duplicated');
    const orders = [await ordered('Troponin T'), await ordered('Troponin T')];
    for (const order of orders) await answer(order, ng(7));
    await eventually(async () => {
      const found = await Promise.all(orders.map(async (order) => (await reports(order)).length));
      expect(found).toEqual([2, 1]);
    });
  });

  test('negation-dropped: the small words that matter are gone', async () => {
    rehearsal = await rehearsalWith('negation-dropped');
    expect(await textRead('Ingen växt.\nInga jästsvampar, ej typad, inte känslig; ingenting övrigt.')).toBe(
      'växt.\njästsvampar, typad, känslig; ingenting övrigt.',
    );
  });

  test('charset-broken: å, ä, ö and µ are garbled, numbers are not', async () => {
    rehearsal = await rehearsalWith('charset-broken');
    expect(await textRead('Växt, 3 µg/mL')).toBe('VÃ¤xt, 3 Âµg/mL');
    expect(await textRead('Plain text')).toBe('Plain text');
  });
});

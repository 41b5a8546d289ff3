import type { LaboratoryQuestion } from '../../../domain/activities/laboratory.ts';
import type { Ref } from '../../../domain/ref.ts';
import { hasCode } from '../concepts.ts';
import type { QuestionTable } from '../handler.ts';
import { answersTo, answerText, resultsOf, resultText, says, sentAnswer } from '../laboratory-answers.ts';
import { orderAtPerformer } from '../plainly/laboratory.ts';
import { localReference } from '../url.ts';
import { madeBy, type Workstation } from '../workstation.ts';

export const laboratoryQuestions: QuestionTable<LaboratoryQuestion> = {
  'order-on-laboratory-worklist': {
    needs: { searches: [['Task', 'focus', 'status']], workflows: ['laboratory-routing'] },
    expected: ({ order }) => `Beställningen ”${order.ref}” står på laboratoriets arbetslista.`,
    async look({ order }, at) {
      const laboratory = await at.unit('laboratory');
      const worklist = await at.client.search('Task', { focus: madeBy(at, order), status: 'requested' });
      const own = worklist.find(
        ({ owner }) => owner?.reference !== undefined && localReference(owner.reference) === laboratory,
      );
      return {
        seen: own !== undefined,
        observed:
          own !== undefined
            ? 'Beställningen står på arbetslistan.'
            : worklist.seen.length > 0
              ? 'Beställningen står på någon annans arbetslista.'
              : 'Beställningen står inte på arbetslistan.',
      };
    },
    plainly: orderAtPerformer,
  },

  'answer-on-orderers-list': {
    needs: { searches: [['DiagnosticReport', 'based-on', 'status']] },
    expected: ({ order }) => `Beställaren ser ett svar på ”${order.ref}”.`,
    async look({ order }, at) {
      const answers = await answersTo(at, order);
      const seen = answers.find(() => true) !== undefined;
      return { seen, observed: howMany(answers.seen.length) };
    },
  },

  'exactly-one-answer': {
    needs: { searches: [['DiagnosticReport', 'based-on', 'status']] },
    expected: ({ order }) => `Beställaren ser exakt ett svar på ”${order.ref}”.`,
    async look({ order }, at) {
      const answers = await answersTo(at, order);
      const count = answers.seen.length > 1 ? answers.seen.length : answers.all().length;
      return { seen: count === 1, observed: howMany(count) };
    },
  },

  'answer-reads-unchanged': {
    needs: { searches: [['DiagnosticReport', 'based-on', 'status']] },
    expected: ({ answer }, at) =>
      `Svaret lyder ${answerText(sentAnswer(at, answer).answer)}, tecken för tecken.`,
    async look({ answer: name }, at) {
      const { order, answer } = sentAnswer(at, name);
      const answers = await answersTo(at, order);
      const results = await resultsOf(at, answers);
      const observed = `Det står ${results.map(resultText).join(' och ')}.`;
      if (results.some((result) => !says(result, answer))) return { seen: false, observed };
      answers.all();
      return results.length === 0
        ? { seen: false, observed: 'Inget svar går att läsa.' }
        : { seen: true, observed };
    },
  },

  'acknowledgement-on-record': {
    needs: { searches: [['Communication', 'part-of']] },
    expected: () => 'Det framgår vem som kvitterade det kritiska svaret, och när.',
    async look({ call }, at) {
      const receipts = await at.client.search('Communication', { 'part-of': madeBy(at, call) });
      const receipt = receipts.find(
        ({ category }) => category?.some((each) => hasCode(each, 'critical-answer-acknowledged')) === true,
      );
      if (receipt === undefined) return { seen: false, observed: 'Ingen kvittens finns.' };
      const who = receipt.sender?.display ?? receipt.sender?.reference ?? receipt.sender?.identifier?.value;
      return {
        seen: who !== undefined && receipt.sent !== undefined,
        observed: `Kvitterat av ${who ?? 'okänd'}, ${receipt.sent ?? 'okänt när'}.`,
      };
    },
  },

  'specimen-taken-before-dose': {
    needs: {
      searches: [
        ['Specimen', 'subject'],
        ['MedicationAdministration', 'request'],
      ],
    },
    expected: () => 'Provet är taget innan första dosen gavs.',
    async look({ order, drug }, at) {
      const specimen = earliest(await timesCollected(at, order));
      const dose = earliest(await timesGiven(at, drug));
      if (specimen === undefined) return { seen: false, observed: 'Inget prov är taget.' };
      if (dose === undefined) return { seen: false, observed: 'Ingen dos är given.' };
      return {
        seen: Date.parse(specimen) < Date.parse(dose),
        observed: `Provet togs ${specimen} och första dosen gavs ${dose}.`,
      };
    },
  },
};

const howMany = (answers: number): string =>
  answers === 0 ? 'Inget svar finns.' : answers === 1 ? 'Ett svar finns.' : `${answers} svar finns.`;

async function timesCollected(at: Workstation, order: Ref): Promise<(string | undefined)[]> {
  const ordered = madeBy(at, order);
  const specimens = await at.client.search('Specimen', { subject: at.patient });
  return specimens
    .all()
    .filter(({ request }) =>
      request?.some(({ reference }) => reference && localReference(reference) === ordered),
    )
    .map(({ collection }) => collection?.collectedDateTime);
}

/** When the doses of a prescription were given, or the one dose that the name stands for. */
async function timesGiven(at: Workstation, drug: Ref): Promise<(string | undefined)[]> {
  const reference = madeBy(at, drug);
  if (reference.startsWith('MedicationAdministration/')) {
    const { effectiveDateTime } = await at.client.read('MedicationAdministration', reference);
    return [effectiveDateTime];
  }
  const doses = await at.client.search('MedicationAdministration', { request: reference });
  return doses.all().map(({ effectiveDateTime }) => effectiveDateTime);
}

const earliest = (times: readonly (string | undefined)[]): string | undefined =>
  times
    .filter((time) => time !== undefined)
    .reduce<string | undefined>(
      (first, time) => (first === undefined || Date.parse(time) < Date.parse(first) ? time : first),
      undefined,
    );

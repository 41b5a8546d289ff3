import type { Of } from '../../domain/activity.ts';
import { isAt } from '../../systems/fhir-r4/concepts.ts';
import type { QuestionWay } from '../../systems/fhir-r4/handler.ts';
import { madeBy } from '../../systems/fhir-r4/workstation.ts';
import type { LaboratoryQuestion } from './activities.ts';
import { answersTo } from './answers.ts';

/** A server that routes nothing by itself holds who is to do an order, and shows it to those who look for their own. */
export const orderAtPerformer: QuestionWay<Of<LaboratoryQuestion, 'order-on-laboratory-worklist'>> = {
  needs: {
    searches: [
      ['ServiceRequest', 'performer', 'status', 'subject'],
      ['DiagnosticReport', 'based-on', 'status'],
    ],
  },
  expected: ({ order }) =>
    `Laboratoriet finner ”${order.ref}” bland de aktiva beställningar som är ställda till det, obesvarad.`,
  async look({ order }, at) {
    const reference = madeBy(at, order);
    const laboratory = await at.unit('laboratory');
    if (laboratory === undefined) return { seen: false, observed: 'Flödet har inget laboratorium.' };
    const orders = await at.client.search('ServiceRequest', {
      performer: laboratory,
      status: 'active',
      subject: at.patient,
    });
    if (orders.find((each) => isAt(each, reference)) === undefined) {
      return {
        seen: false,
        observed: 'Beställningen finns inte bland de aktiva som är ställda till laboratoriet.',
      };
    }
    // Such a server leaves an order active when it has been answered.
    const isAnswered = (await answersTo(at, order)).find(() => true) !== undefined;
    return {
      seen: !isAnswered,
      observed: isAnswered
        ? 'Beställningen är redan besvarad.'
        : 'Beställningen är aktiv, ställd till laboratoriet och finns när det söker. Systemet lovar ingen arbetslista; någon är inte prövad.',
    };
  },
};

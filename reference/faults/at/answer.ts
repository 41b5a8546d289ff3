import type { LaboratoryAnswer } from '../../laboratory/hl7/answer.ts';
import type { Facts } from '../fault.ts';

const NEGATIONS = /(?<!\p{L})(?:ingen|inga|inget|ej|inte)(?!\p{L})/iu;
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** What is known of an answer on its way. */
export const factsOfAnswer = ({ content }: LaboratoryAnswer, test: string | undefined): Facts =>
  'text' in content
    ? {
        test,
        answer: 'text',
        negated: NEGATIONS.test(content.text),
        beyondAscii: BEYOND_ASCII.test(content.text),
      }
    : { test, answer: 'number', negated: false, beyondAscii: false };

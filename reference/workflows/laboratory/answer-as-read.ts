import type { Faults } from '../../faults/fault.ts';
import type { LaboratoryAnswer } from '../../laboratory/hl7/answer.ts';

const NEGATIONS = /(?<!\p{L})(?:ingen|inga|inget|ej|inte)(?!\p{L}) ?/giu;

const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** The answer as the interface understands it: unchanged, unless one of its faults is switched on. */
export function answerAsRead(answer: LaboratoryAnswer, faults: Faults): LaboratoryAnswer {
  if (!('text' in answer.content)) return answer;
  let { text } = answer.content;
  const facts = {
    answer: 'text',
    negated: text.search(NEGATIONS) >= 0,
    beyondAscii: BEYOND_ASCII.test(text),
  };
  if (faults.strikes('negation-dropped', facts, answer.number)) text = text.replace(NEGATIONS, '');
  if (faults.strikes('charset-broken', facts, answer.number)) text = Buffer.from(text).toString('latin1');
  return { ...answer, content: { text } };
}

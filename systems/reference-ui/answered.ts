import type { Question } from '../../domain/activity.ts';
import type { Answer } from '../care-system.ts';
import { Refused, Unsure } from '../driver/outcome.ts';
import type { Desk } from './desk.ts';
import type { QuestionHandler } from './handler.ts';
import { PatientNotFound } from './screen/screen.ts';

/** What one look at the pages gives: seen or not, or why that cannot be told. */
export async function answered<Q extends Question>(
  { expected, look }: QuestionHandler<Q>,
  question: Q,
  at: Desk,
): Promise<Answer> {
  try {
    return { expected: expected(question, at), ...(await look(question, at)) };
  } catch (error) {
    if (error instanceof Unsure) {
      const observed = 'Det går inte att säga.';
      return { seen: false, expected: expected(question, at), observed, doubt: error.message };
    }
    if (!(error instanceof Refused || error instanceof PatientNotFound)) throw error;
    return { seen: false, expected: expected(question, at), observed: error.message };
  }
}

import fc from 'fast-check';
import { drawsOf } from '../../flows/draws/drawing.ts';
import { textsAtLimits, textsTo } from '../../flows/draws/texts.ts';
import type { DocumentationTask, Sbar } from './activities.ts';

/** Of what is said at a hand-over; longer is no hand-over any more. An assumption. */
const LONGEST_PART = 2_000;

const sbar = (part: ReturnType<typeof textsTo>) =>
  fc.record<Sbar>({ situation: part, background: part, assessment: part, recommendation: part });

/** Texts may have any length and say anything: what is read must be what was written. */
export const draws = drawsOf<DocumentationTask>({
  'write-note': (task) => ({
    limits: textsAtLimits().map((text) => ({ ...task, text })),
    between: textsTo().map(
      (text) => ({ ...task, text }),
      (drawn) => (drawn as typeof task).text,
    ),
  }),
  'hand-over-shift': (task) => ({
    limits: sbar(textsAtLimits(LONGEST_PART)).map((said) => ({ ...task, sbar: said })),
    between: sbar(textsTo(LONGEST_PART)).map(
      (said) => ({ ...task, sbar: said }),
      (drawn) => (drawn as typeof task).sbar,
    ),
  }),
});

import type { PagesArea, QuestionTable } from '../../systems/reference-ui/handler.ts';
import type { StopQuestion } from './activities.ts';
import { expected, stopped } from './stopped.ts';

const questions: QuestionTable<StopQuestion> = {
  'stopped-for-reason': {
    expected,
    look: async (question, at) => stopped(question, at.context),
  },
};

export const pages: PagesArea = { tasks: {}, questions };

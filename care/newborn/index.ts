import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { NewbornQuestion, NewbornTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<NewbornTask, NewbornQuestion>({
  name: 'newborn',
  sv: 'Nyfödda',
  en: 'Newborns',
  tasks: {
    'register-newborn': {
      sv: 'registrera ett nyfött barn hos sin mor',
      en: 'register a newborn with its mother',
      workingTime: assumedMinutes(5),
    },
    'sample-newborn': {
      sv: 'ta PKU-prov',
      en: 'take the sample of newborn screening',
      workingTime: assumedMinutes(6),
      conserved: [
        {
          id: 'newborn-sample-answered',
          sv: 'Varje PKU-prov är besvarat hos sitt barn',
          en: 'Every newborn screening is answered with its child',
          shownBy: ['newborn-sample-answered'],
        },
      ],
    },
    'attempt-to-sample-newborn': {
      sv: 'försöka ta PKU-prov med en annan mors nummer',
      en: 'attempt newborn screening with another mother’s number',
      workingTime: assumedMinutes(3),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'numret på kortet inte är moderns',
        words: ['modern', 'mor ', 'mother'],
      },
    },
    'answer-newborn-sample': {
      sv: 'besvara PKU-prov',
      en: 'answer newborn screening',
      workingTime: assumedMinutes(5),
    },
  },
  questions: {
    'child-with-mother': {
      sv: 'se barnet hos sin mor och modern hos sitt barn',
      en: 'see the child with its mother, and the mother with her child',
    },
    'newborn-sample-answered': {
      sv: 'läsa svaret på PKU-provet hos barnet',
      en: 'read the answer to newborn screening with the child',
    },
  },
  things: {
    child: { sv: 'ett nyfött barn', madeBy: ['register-newborn'] },
    sample: { sv: 'ett PKU-prov', madeBy: ['sample-newborn'] },
    answer: { sv: 'ett svar på ett PKU-prov', madeBy: ['answer-newborn-sample'] },
  },
});

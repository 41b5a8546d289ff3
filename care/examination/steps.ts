import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  answerExamination,
  attemptLatePreliminary,
  attemptToOrderExamination,
  examinationAnswered,
  examinationWaiting,
  makeAnswerFinal,
  orderExamination,
} from './activities.ts';
import { STANDINGS, type Standing } from './examination.ts';
import { examinationCalled, words } from './words.ts';

defineWords('examination', words.examination, (word) => word);
defineWords('standing', STANDINGS, (standing) => STANDINGS[standing].sv);

When(
  '{actor} beställer undersökningen {examination} för {name} som {name}',
  function (this: GenrepWorld, actor: Actor, word: string, question: string, name: string) {
    return this.actor(actor).perform(orderExamination(examinationCalled(word), question, name));
  },
);

When(
  '{actor} försöker beställa undersökningen {examination} för {name} som {name}',
  function (this: GenrepWorld, actor: Actor, word: string, question: string, name: string) {
    return this.actor(actor).perform(attemptToOrderExamination(examinationCalled(word), question, name));
  },
);

When(
  '{actor} lämnar det {standing} svaret {name} på undersökningen {name} som {name}',
  function (this: GenrepWorld, actor: Actor, standing: Standing, text: string, order: string, name: string) {
    return this.actor(actor).perform(answerExamination(ref(order), standing, text, name));
  },
);

When(
  '{actor} försöker lämna ett nytt preliminärt svar {name} på undersökningen {name} som {name}',
  function (this: GenrepWorld, actor: Actor, text: string, order: string, name: string) {
    return this.actor(actor).perform(attemptLatePreliminary(ref(order), text, name));
  },
);

When(
  '{actor} gör svaret {name} slutligt med orden {name}',
  function (this: GenrepWorld, actor: Actor, answer: string, text: string) {
    return this.actor(actor).perform(makeAnswerFinal(ref(answer), text));
  },
);

Then(
  'ser {actor} undersökningen {name} bland de beställda inom {duration}',
  function (this: GenrepWorld, actor: Actor, order: string, limit: Milliseconds) {
    return this.actor(actor).see(examinationWaiting(ref(order)), within(limit));
  },
);

Then(
  'läser {actor} det {standing} svaret {name} med orden {name} inom {duration}',
  function (
    this: GenrepWorld,
    actor: Actor,
    standing: Standing,
    answer: string,
    text: string,
    limit: Milliseconds,
  ) {
    return this.actor(actor).see(examinationAnswered(ref(answer), standing, text), within(limit));
  },
);

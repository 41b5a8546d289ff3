import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  acknowledgeCriticalAnswer,
  acknowledgementOnRecord,
  answerOnOrderersList,
  answerOrder,
  answerReadsUnchanged,
  collectSpecimen,
  exactlyOneAnswer,
  orderOnLaboratoryWorklist,
  orderTest,
  patientReadsAnswer,
  specimenTakenBeforeDose,
  telephoneCriticalAnswer,
} from './activities.ts';
import { testCalled, words } from './words.ts';

defineWords('test', words.test, (word) => word);

When(
  '{actor} ordinerar och signerar {test} som {name}',
  function (this: GenrepWorld, actor: Actor, test: string, name: string) {
    return this.actor(actor).perform(orderTest(testCalled(test), name));
  },
);

Then(
  'ser {actor} {name} på arbetslistan inom {duration}',
  function (this: GenrepWorld, actor: Actor, order: string, limit: Milliseconds) {
    return this.actor(actor).see(orderOnLaboratoryWorklist(ref(order)), within(limit));
  },
);

When('{actor} tar {name}', function (this: GenrepWorld, actor: Actor, order: string) {
  return this.actor(actor).perform(collectSpecimen(ref(order)));
});

When(
  '{actor} svarar {quantity} på {name} som {name}',
  function (
    this: GenrepWorld,
    actor: Actor,
    quantity: { value: number; unit: string },
    order: string,
    name: string,
  ) {
    return this.actor(actor).perform(answerOrder(ref(order), quantity, name));
  },
);

When(
  '{actor} svarar på {name} som {name} med orden:',
  function (this: GenrepWorld, actor: Actor, order: string, name: string, text: string) {
    return this.actor(actor).perform(answerOrder(ref(order), { text }, name));
  },
);

Then(
  'ser {actor} svar på {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, order: string, limit: Milliseconds) {
    return this.actor(actor).see(answerOnOrderersList(ref(order)), within(limit));
  },
);

Then('{actor} ser exakt ett svar på {name}', function (this: GenrepWorld, actor: Actor, order: string) {
  return this.actor(actor).see(exactlyOneAnswer(ref(order)));
});

Then(
  'läser {actor} {name} ord för ord inom {duration}',
  function (this: GenrepWorld, actor: Actor, answer: string, limit: Milliseconds) {
    return this.actor(actor).see(answerReadsUnchanged(ref(answer)), within(limit));
  },
);

When(
  '{actor} ringer sjuksköterskan om {name} som {name}',
  function (this: GenrepWorld, actor: Actor, order: string, name: string) {
    return this.actor(actor).perform(telephoneCriticalAnswer(ref(order), name));
  },
);

When('{actor} läser tillbaka och kvitterar {name}', function (this: GenrepWorld, actor: Actor, call: string) {
  return this.actor(actor).perform(acknowledgeCriticalAnswer(ref(call)));
});

Then(
  'ser {actor} vem som kvitterade {name} och när inom {duration}',
  function (this: GenrepWorld, actor: Actor, call: string, limit: Milliseconds) {
    return this.actor(actor).see(acknowledgementOnRecord(ref(call)), within(limit));
  },
);

Then(
  '{actor} ser att {name} togs före {name}',
  function (this: GenrepWorld, actor: Actor, order: string, dose: string) {
    return this.actor(actor).see(specimenTakenBeforeDose(ref(order), ref(dose)));
  },
);

Then(
  'läser {actor} svaret {name} på 1177 inom {duration}',
  function (this: GenrepWorld, actor: Actor, answer: string, limit: Milliseconds) {
    return this.actor(actor).see(patientReadsAnswer(ref(answer)), within(limit));
  },
);

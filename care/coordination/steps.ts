import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, sameDayAs, throughout, within, withinOfDay } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  acknowledgeMessage,
  attemptToSendMessage,
  COORDINATION_MESSAGES,
  type CoordinationMessage,
  callCarePlanning,
  carePlanningCalled,
  messageInInbox,
  messageReceived,
  nothingInInbox,
  recordConsent,
  sendMessage,
} from './activities.ts';

defineWords('message', COORDINATION_MESSAGES, (message) => COORDINATION_MESSAGES[message]);

When(
  '{actor} antecknar att patienten samtycker till att kommunen får veta',
  function (this: GenrepWorld, actor: Actor) {
    return this.actor(actor).perform(recordConsent('permit'));
  },
);

When(
  '{actor} antecknar att patienten inte samtycker till att kommunen får veta',
  function (this: GenrepWorld, actor: Actor) {
    return this.actor(actor).perform(recordConsent('deny'));
  },
);

When(
  '{actor} skickar {message} som {name}',
  function (this: GenrepWorld, actor: Actor, message: CoordinationMessage, name: string) {
    return this.actor(actor).perform(sendMessage(message, name));
  },
);

When(
  '{actor} försöker skicka {message} som {name}',
  function (this: GenrepWorld, actor: Actor, message: CoordinationMessage, name: string) {
    return this.actor(actor).perform(attemptToSendMessage(message, name));
  },
);

Then(
  'ser {actor} {name} i inkorgen inom {duration} från {name}',
  function (this: GenrepWorld, actor: Actor, message: string, limit: Milliseconds, since: string) {
    return this.actor(actor).see(messageInInbox(ref(message)), withinOfDay(limit, since));
  },
);

Then(
  'ser {actor} {name} i inkorgen samma dag som {name}',
  function (this: GenrepWorld, actor: Actor, message: string, since: string) {
    return this.actor(actor).see(messageInInbox(ref(message)), sameDayAs(since));
  },
);

When('{actor} kvitterar {name}', function (this: GenrepWorld, actor: Actor, message: string) {
  return this.actor(actor).perform(acknowledgeMessage(ref(message)));
});

Then(
  'ser {actor} att {name} är mottaget inom {duration}',
  function (this: GenrepWorld, actor: Actor, message: string, limit: Milliseconds) {
    return this.actor(actor).see(messageReceived(ref(message)), within(limit));
  },
);

When(
  '{actor} kallar till samordnad individuell planering som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(callCarePlanning(name));
  },
);

Then(
  'ser {actor} kallelsen {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, meeting: string, limit: Milliseconds) {
    return this.actor(actor).see(carePlanningCalled(ref(meeting)), within(limit));
  },
);

Then(
  'finns ingenting om patienten i inkorgen för {actor} under {duration}',
  function (this: GenrepWorld, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(nothingInInbox(), throughout(limit));
  },
);

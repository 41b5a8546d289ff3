import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  acceptReferral,
  answerReferral,
  referralAnswered,
  referralDealtWith,
  referralReturned,
  referralWaiting,
  returnReferral,
  sendReferral,
} from './activities.ts';

When(
  '{actor} remitterar patienten till mottagningen för {name} som {name}',
  function (this: GenrepWorld, actor: Actor, question: string, name: string) {
    return this.actor(actor).perform(sendReferral(question, name));
  },
);

When('{actor} tar emot remissen {name}', function (this: GenrepWorld, actor: Actor, referral: string) {
  return this.actor(actor).perform(acceptReferral(ref(referral)));
});

When(
  '{actor} återsänder remissen {name} med skälet {name}',
  function (this: GenrepWorld, actor: Actor, referral: string, reason: string) {
    return this.actor(actor).perform(returnReferral(ref(referral), reason));
  },
);

When(
  '{actor} besvarar remissen {name} med {name}',
  function (this: GenrepWorld, actor: Actor, referral: string, answer: string) {
    return this.actor(actor).perform(answerReferral(ref(referral), answer));
  },
);

Then(
  'ser {actor} {name} bland obesvarade remisser inom {duration}',
  function (this: GenrepWorld, actor: Actor, referral: string, limit: Milliseconds) {
    return this.actor(actor).see(referralWaiting(ref(referral)), within(limit));
  },
);

Then(
  'är {name} borta från obesvarade remisser för {actor} inom {duration}',
  function (this: GenrepWorld, referral: string, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(referralDealtWith(ref(referral)), within(limit));
  },
);

Then(
  'läser {actor} remissvaret {name} på {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, answer: string, referral: string, limit: Milliseconds) {
    return this.actor(actor).see(referralAnswered(ref(referral), answer), within(limit));
  },
);

Then(
  'ser {actor} {name} som återsänd med skälet {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, referral: string, reason: string, limit: Milliseconds) {
    return this.actor(actor).see(referralReturned(ref(referral), reason), within(limit));
  },
);

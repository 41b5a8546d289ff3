import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  answerNewbornSample,
  attemptToSampleNewborn,
  childWithMother,
  newbornSampleAnswered,
  registerNewborn,
  sampleNewborn,
} from './activities.ts';

When(
  '{actor} registrerar det nyfödda barnet hos sin mor som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(registerNewborn(name));
  },
);

When(
  '{actor} tar PKU-prov på {name} som {name}',
  function (this: GenrepWorld, actor: Actor, child: string, name: string) {
    return this.actor(actor).perform(sampleNewborn(ref(child), name));
  },
);

When(
  '{actor} försöker ta PKU-prov på {name} med en annan mors nummer på kortet som {name}',
  function (this: GenrepWorld, actor: Actor, child: string, name: string) {
    return this.actor(actor).perform(attemptToSampleNewborn(ref(child), name));
  },
);

When(
  '{actor} besvarar PKU-provet {name} på {name} med orden {name} som {name}',
  function (this: GenrepWorld, actor: Actor, sample: string, child: string, text: string, name: string) {
    return this.actor(actor).perform(answerNewbornSample(ref(child), ref(sample), text, name));
  },
);

Then(
  'ser {actor} {name} hos sin mor och modern hos sitt barn inom {duration}',
  function (this: GenrepWorld, actor: Actor, child: string, limit: Milliseconds) {
    return this.actor(actor).see(childWithMother(ref(child)), within(limit));
  },
);

Then(
  'läser {actor} {name} hos {name} och inte hos modern inom {duration}',
  function (this: GenrepWorld, actor: Actor, answer: string, child: string, limit: Milliseconds) {
    return this.actor(actor).see(newbornSampleAnswered(ref(child), ref(answer)), within(limit));
  },
);

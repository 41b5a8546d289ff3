import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  attemptToBookTheDead,
  bookingStopped,
  cancelPlanned,
  deathOnRecord,
  nothingPlanned,
  recordDeath,
} from './activities.ts';

When('{actor} antecknar att patienten har avlidit', function (this: GenrepWorld, actor: Actor) {
  return this.actor(actor).perform(recordDeath());
});

When('{actor} stryker allt som är planerat för patienten', function (this: GenrepWorld, actor: Actor) {
  return this.actor(actor).perform(cancelPlanned());
});

When(
  '{actor} försöker boka ett besök för den avlidna som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(attemptToBookTheDead(name));
  },
);

Then(
  'ser {actor} att patienten är avliden inom {duration}',
  function (this: GenrepWorld, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(deathOnRecord(), within(limit));
  },
);

Then(
  'ser {actor} att inget är planerat för patienten inom {duration}',
  function (this: GenrepWorld, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(nothingPlanned(), within(limit));
  },
);

Then(
  'stoppas {name} för {actor} eftersom patienten är avliden',
  function (this: GenrepWorld, attempt: string, actor: Actor) {
    return this.actor(actor).see(bookingStopped(ref(attempt)));
  },
);

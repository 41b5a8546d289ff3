import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { weigh, weightInChart } from './activities.ts';

When(
  '{actor} väger patienten till {quantity} som {name}',
  function (this: GenrepWorld, actor: Actor, { value }: { value: number; unit: string }, name: string) {
    return this.actor(actor).perform(weigh(value, name));
  },
);

Then(
  'ser {actor} {name} i viktlistan inom {duration}',
  function (this: GenrepWorld, actor: Actor, weight: string, limit: Milliseconds) {
    return this.actor(actor).see(weightInChart(ref(weight)), within(limit));
  },
);

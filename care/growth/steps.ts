import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { growthDeviationListed, heightInChart, measureHeight, noteEarlierHeight } from './activities.ts';

When(
  '{actor} mäter eleven till {quantity} som {name}',
  function (this: GenrepWorld, actor: Actor, { value }: { value: number; unit: string }, name: string) {
    return this.actor(actor).perform(measureHeight(value, name));
  },
);

When(
  '{actor} för in längden {quantity} vid {int} års ålder som {name}',
  function (
    this: GenrepWorld,
    actor: Actor,
    { value }: { value: number; unit: string },
    years: number,
    name: string,
  ) {
    return this.actor(actor).perform(noteEarlierHeight(value, years, name));
  },
);

Then(
  'ser {actor} {name} bland längderna inom {duration}',
  function (this: GenrepWorld, actor: Actor, height: string, limit: Milliseconds) {
    return this.actor(actor).see(heightInChart(ref(height)), within(limit));
  },
);

Then(
  'ser {actor} {name} bland tillväxt att bedöma inom {duration}',
  function (this: GenrepWorld, actor: Actor, height: string, limit: Milliseconds) {
    return this.actor(actor).see(growthDeviationListed(ref(height)), within(limit));
  },
);

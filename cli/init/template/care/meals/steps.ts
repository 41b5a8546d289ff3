import { type Actor, type GenrepWorld, type Milliseconds, ref, Then, When, within } from 'genrep/steps';
import { mealInRecord, recordMeal } from './activities.ts';

When(
  '{actor} antecknar måltiden {name} som {name}',
  function (this: GenrepWorld, actor: Actor, eaten: string, name: string) {
    return this.actor(actor).perform(recordMeal(eaten, name));
  },
);

Then(
  'ser {actor} måltiden {name} i journalen inom {duration}',
  function (this: GenrepWorld, actor: Actor, meal: string, limit: Milliseconds) {
    return this.actor(actor).see(mealInRecord(ref(meal)), within(limit));
  },
);

import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { bookingOnSchedule, bookTelephoneTime } from './activities.ts';

When(
  '{actor} bokar telefontid hos läkaren för {name} som {name}',
  function (this: GenrepWorld, actor: Actor, reason: string, name: string) {
    return this.actor(actor).perform(bookTelephoneTime(reason, name));
  },
);

Then(
  'ser {actor} {name} i sin tidbok inom {duration}',
  function (this: GenrepWorld, actor: Actor, booking: string, limit: Milliseconds) {
    return this.actor(actor).see(bookingOnSchedule(ref(booking)), within(limit));
  },
);

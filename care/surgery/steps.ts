import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  bookFollowUp,
  callToSurgery,
  followUpStands,
  noteNoShow,
  onSurgerySchedule,
  putOnWaitingList,
  recordSurgery,
  surgeryOnRecord,
  waitsForCall,
} from './activities.ts';

When(
  '{actor} sätter upp patienten på väntelistan för {name} som {name}',
  function (this: GenrepWorld, actor: Actor, procedure: string, name: string) {
    return this.actor(actor).perform(putOnWaitingList(procedure, name));
  },
);

When('{actor} kallar patienten till {name}', function (this: GenrepWorld, actor: Actor, entry: string) {
  return this.actor(actor).perform(callToSurgery(ref(entry)));
});

When(
  '{actor} antecknar att patienten uteblev från {name}',
  function (this: GenrepWorld, actor: Actor, entry: string) {
    return this.actor(actor).perform(noteNoShow(ref(entry)));
  },
);

When(
  '{actor} opererar patienten enligt {name} som {name}',
  function (this: GenrepWorld, actor: Actor, entry: string, name: string) {
    return this.actor(actor).perform(recordSurgery(ref(entry), name));
  },
);

When(
  '{actor} bokar återbesök om {int} veckor som {name}',
  function (this: GenrepWorld, actor: Actor, weeks: number, name: string) {
    return this.actor(actor).perform(bookFollowUp(weeks, name));
  },
);

Then(
  'ser {actor} {name} bland dem som ska kallas inom {duration}',
  function (this: GenrepWorld, actor: Actor, entry: string, limit: Milliseconds) {
    return this.actor(actor).see(waitsForCall(ref(entry)), within(limit));
  },
);

Then(
  'ser {actor} {name} i operationsprogrammet inom {duration}',
  function (this: GenrepWorld, actor: Actor, entry: string, limit: Milliseconds) {
    return this.actor(actor).see(onSurgerySchedule(ref(entry)), within(limit));
  },
);

Then(
  'ser {actor} operationen {name} i journalen inom {duration}',
  function (this: GenrepWorld, actor: Actor, surgery: string, limit: Milliseconds) {
    return this.actor(actor).see(surgeryOnRecord(ref(surgery)), within(limit));
  },
);

Then(
  'ser {actor} återbesöket {name} på sin tid inom {duration}',
  function (this: GenrepWorld, actor: Actor, booking: string, limit: Milliseconds) {
    return this.actor(actor).see(followUpStands(ref(booking)), within(limit));
  },
);

import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  attemptToTransfuse,
  attemptWrongBag,
  bloodIssued,
  checkBlood,
  issueBlood,
  orderBlood,
  transfuse,
  transfusionOnRecord,
  uncheckedBloodStopped,
  wrongBagStopped,
} from './activities.ts';

When('{actor} beställer blod som {name}', function (this: GenrepWorld, actor: Actor, name: string) {
  return this.actor(actor).perform(orderBlood(name));
});

When(
  '{actor} lämnar ut en påse för {name} som {name}',
  function (this: GenrepWorld, actor: Actor, order: string, name: string) {
    return this.actor(actor).perform(issueBlood(ref(order), name));
  },
);

When('{actor} kontrollerar {name} mot patienten', function (this: GenrepWorld, actor: Actor, bag: string) {
  return this.actor(actor).perform(checkBlood(ref(bag)));
});

When(
  '{actor} ger blodet i {name} som {name}',
  function (this: GenrepWorld, actor: Actor, bag: string, name: string) {
    return this.actor(actor).perform(transfuse(ref(bag), name));
  },
);

When(
  '{actor} försöker ge blodet i {name} som {name}',
  function (this: GenrepWorld, actor: Actor, bag: string, name: string) {
    return this.actor(actor).perform(attemptToTransfuse(ref(bag), name));
  },
);

When(
  '{actor} försöker ge blod ur en annan patients påse som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(attemptWrongBag(name));
  },
);

Then(
  'ser {actor} {name} som utlämnad till patienten inom {duration}',
  function (this: GenrepWorld, actor: Actor, bag: string, limit: Milliseconds) {
    return this.actor(actor).see(bloodIssued(ref(bag)), within(limit));
  },
);

Then(
  'stoppas {name} för {actor} eftersom dubbelkontrollen saknas',
  function (this: GenrepWorld, attempt: string, actor: Actor) {
    return this.actor(actor).see(uncheckedBloodStopped(ref(attempt)));
  },
);

Then(
  'stoppas {name} för {actor} eftersom påsen inte är patientens',
  function (this: GenrepWorld, attempt: string, actor: Actor) {
    return this.actor(actor).see(wrongBagStopped(ref(attempt)));
  },
);

Then(
  'ser {actor} {name} med {name} och två som har kontrollerat inom {duration}',
  function (this: GenrepWorld, actor: Actor, transfusion: string, bag: string, limit: Milliseconds) {
    return this.actor(actor).see(transfusionOnRecord(ref(transfusion), ref(bag)), within(limit));
  },
);

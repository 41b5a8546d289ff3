import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { MINUTE, type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  acceptDelegation,
  attemptToGiveAtHome,
  delegateDrugs,
  giveWithoutNetwork,
  homeDoseOnce,
  homeEntryOnRecord,
  listAgeTold,
  measuredBefore,
  planHomeVisit,
  sendFromDevice,
  toldDrugStopped,
  toldGivenTwice,
  writeWithoutNetwork,
} from './activities.ts';

When(
  '{actor} planerar hembesök för {name} som {name}',
  function (this: GenrepWorld, actor: Actor, reason: string, name: string) {
    return this.actor(actor).perform(planHomeVisit(reason, name));
  },
);

When('{actor} delegerar läkemedel som {name}', function (this: GenrepWorld, actor: Actor, name: string) {
  return this.actor(actor).perform(delegateDrugs(name));
});

When(
  '{actor} tar emot delegeringen {name} som {name}',
  function (this: GenrepWorld, actor: Actor, delegation: string, name: string) {
    return this.actor(actor).perform(acceptDelegation(ref(delegation), name));
  },
);

When(
  '{actor} rapporterar fallet {name} utan nät som {name}',
  function (this: GenrepWorld, actor: Actor, account: string, name: string) {
    return this.actor(actor).perform(writeWithoutNetwork({ is: 'fall', account }, name));
  },
);

When(
  '{actor} mäter blodtrycket {int} på {int} utan nät, med en klocka som går {duration} före, som {name}',
  function (
    this: GenrepWorld,
    actor: Actor,
    systolic: number,
    diastolic: number,
    ahead: Milliseconds,
    name: string,
  ) {
    return this.actor(actor).perform(
      writeWithoutNetwork({ is: 'blood-pressure', systolic, diastolic }, name, ahead / MINUTE),
    );
  },
);

When(
  '{actor} ger {name} i hemmet utan nät som {name}',
  function (this: GenrepWorld, actor: Actor, prescription: string, name: string) {
    return this.actor(actor).perform(giveWithoutNetwork(ref(prescription), name));
  },
);

When(
  '{actor} försöker ge {name} i hemmet som {name}',
  function (this: GenrepWorld, actor: Actor, prescription: string, name: string) {
    return this.actor(actor).perform(attemptToGiveAtHome(ref(prescription), name));
  },
);

When(
  '{actor} får nät och skickar {name} som {name}',
  function (this: GenrepWorld, actor: Actor, entry: string, name: string) {
    return this.actor(actor).perform(sendFromDevice(ref(entry), name));
  },
);

When(
  '{actor} får nät, förlorar svaret och skickar {name} igen som {name}',
  function (this: GenrepWorld, actor: Actor, entry: string, name: string) {
    return this.actor(actor).perform(sendFromDevice(ref(entry), name, true));
  },
);

Then(
  'ser {actor} {name} från hemmet inom {duration}',
  function (this: GenrepWorld, actor: Actor, entry: string, limit: Milliseconds) {
    return this.actor(actor).see(homeEntryOnRecord(ref(entry)), within(limit));
  },
);

Then(
  'ser {actor} {name} från hemmet en enda gång inom {duration}',
  function (this: GenrepWorld, actor: Actor, dose: string, limit: Milliseconds) {
    return this.actor(actor).see(homeDoseOnce(ref(dose)), within(limit));
  },
);

Then(
  'ser {actor} att {name} mättes före {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, earlier: string, later: string, limit: Milliseconds) {
    return this.actor(actor).see(measuredBefore(ref(earlier), ref(later)), within(limit));
  },
);

Then(
  'får {actor} veta att {name} redan var given inom {duration}',
  function (this: GenrepWorld, actor: Actor, dose: string, limit: Milliseconds) {
    return this.actor(actor).see(toldGivenTwice(ref(dose)), within(limit));
  },
);

Then(
  'ser {actor} hur gammal listan med {name} är',
  function (this: GenrepWorld, actor: Actor, prescription: string) {
    return this.actor(actor).see(listAgeTold(ref(prescription)));
  },
);

Then(
  'får {actor} veta att {name} är utsatt inom {duration}',
  function (this: GenrepWorld, actor: Actor, prescription: string, limit: Milliseconds) {
    return this.actor(actor).see(toldDrugStopped(ref(prescription)), within(limit));
  },
);

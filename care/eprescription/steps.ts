import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { drugCalled } from '../medication/words.ts';
import {
  attemptToDispense,
  dispense,
  dispensingOnNationalList,
  issueEprescription,
  onNationalList,
  withdrawEprescription,
  withdrawnOnNationalList,
} from './activities.ts';

When(
  '{actor} skriver recept på {drug} för {name} som {name}',
  function (this: GenrepWorld, actor: Actor, drug: string, reason: string, name: string) {
    return this.actor(actor).perform(issueEprescription(drugCalled(drug), reason, name));
  },
);

When('{actor} makulerar receptet {name}', function (this: GenrepWorld, actor: Actor, name: string) {
  return this.actor(actor).perform(withdrawEprescription(ref(name)));
});

When(
  '{actor} expedierar receptet {name} som {name}',
  function (this: GenrepWorld, actor: Actor, eprescription: string, name: string) {
    return this.actor(actor).perform(dispense(ref(eprescription), name));
  },
);

When(
  '{actor} försöker expediera receptet {name} som {name}',
  function (this: GenrepWorld, actor: Actor, eprescription: string, name: string) {
    return this.actor(actor).perform(attemptToDispense(ref(eprescription), name));
  },
);

Then(
  'ser {actor} receptet {name} i nationella läkemedelslistan inom {duration}',
  function (this: GenrepWorld, actor: Actor, eprescription: string, limit: Milliseconds) {
    return this.actor(actor).see(onNationalList(ref(eprescription)), within(limit));
  },
);

Then(
  'ser {actor} receptet {name} makulerat i nationella läkemedelslistan inom {duration}',
  function (this: GenrepWorld, actor: Actor, eprescription: string, limit: Milliseconds) {
    return this.actor(actor).see(withdrawnOnNationalList(ref(eprescription)), within(limit));
  },
);

Then(
  'ser {actor} uttaget {name} i nationella läkemedelslistan inom {duration}',
  function (this: GenrepWorld, actor: Actor, dispensing: string, limit: Milliseconds) {
    return this.actor(actor).see(dispensingOnNationalList(ref(dispensing)), within(limit));
  },
);

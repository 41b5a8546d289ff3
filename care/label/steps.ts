import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  attemptWrongLabel,
  collectByScan,
  labelInPrinter,
  printLabel,
  printWristband,
  receiveTube,
  tubeReceived,
} from './activities.ts';

When(
  '{actor} skriver ut röretiketten till {name} som {name}',
  function (this: GenrepWorld, actor: Actor, order: string, name: string) {
    return this.actor(actor).perform(printLabel(ref(order), name));
  },
);

When(
  '{actor} skriver ut patientens armband som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(printWristband(name));
  },
);

Then(
  'hämtar {actor} {name} i enhetens skrivare inom {duration}',
  function (this: GenrepWorld, actor: Actor, label: string, limit: Milliseconds) {
    return this.actor(actor).see(labelInPrinter(ref(label)), within(limit));
  },
);

When(
  '{actor} skannar {name} och tar {name} i röret {name}',
  function (this: GenrepWorld, actor: Actor, label: string, order: string, tube: string) {
    return this.actor(actor).perform(collectByScan(ref(order), ref(label), tube));
  },
);

When(
  '{actor} försöker ta {name} med en annan patients etikett som {name}',
  function (this: GenrepWorld, actor: Actor, order: string, name: string) {
    return this.actor(actor).perform(attemptWrongLabel(ref(order), name));
  },
);

When('{actor} skannar in röret {name}', function (this: GenrepWorld, actor: Actor, tube: string) {
  return this.actor(actor).perform(receiveTube(ref(tube)));
});

Then(
  'ser {actor} att laboratoriet har röret {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, tube: string, limit: Milliseconds) {
    return this.actor(actor).see(tubeReceived(ref(tube)), within(limit));
  },
);

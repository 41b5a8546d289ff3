import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  historiesApart,
  historiesTogether,
  joinRecords,
  noteOnUnknown,
  partRecords,
  registerUnknown,
} from './activities.ts';

When(
  '{actor} registrerar en okänd med reservnummer som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(registerUnknown(name));
  },
);

When(
  '{actor} antecknar {name} hos {name} som {name}',
  function (this: GenrepWorld, actor: Actor, text: string, unknown: string, name: string) {
    return this.actor(actor).perform(noteOnUnknown(ref(unknown), text, name));
  },
);

When(
  '{actor} för samman {name} med patientens journal',
  function (this: GenrepWorld, actor: Actor, unknown: string) {
    return this.actor(actor).perform(joinRecords(ref(unknown)));
  },
);

When(
  '{actor} skiljer {name} från patientens journal',
  function (this: GenrepWorld, actor: Actor, unknown: string) {
    return this.actor(actor).perform(partRecords(ref(unknown)));
  },
);

Then(
  'ser {actor} {name} från {name} i patientens journal inom {duration}',
  function (this: GenrepWorld, actor: Actor, note: string, unknown: string, limit: Milliseconds) {
    return this.actor(actor).see(historiesTogether(ref(unknown), ref(note)), within(limit));
  },
);

Then(
  'ser {actor} {name} bara hos {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, note: string, unknown: string, limit: Milliseconds) {
    return this.actor(actor).see(historiesApart(ref(unknown), ref(note)), within(limit));
  },
);

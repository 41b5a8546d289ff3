import { type DataTable, Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { handOverComplete, handOverShift, patientReadsNote, writeNote } from './activities.ts';
import { sbarFrom } from './sbar-table.ts';

When(
  '{actor} antecknar {name} som {name}',
  function (this: GenrepWorld, actor: Actor, text: string, name: string) {
    return this.actor(actor).perform(writeNote(text, name));
  },
);

When(
  '{actor} lämnar över patienten som {name}:',
  function (this: GenrepWorld, actor: Actor, name: string, table: DataTable) {
    return this.actor(actor).perform(handOverShift(sbarFrom(table.raw()), name));
  },
);

Then(
  'ser {actor} {name} och allt sedan förra passet inom {duration}:',
  function (this: GenrepWorld, actor: Actor, handOver: string, limit: Milliseconds, table: DataTable) {
    return this.actor(actor).see(handOverComplete(ref(handOver), table.raw().flat().map(ref)), within(limit));
  },
);

Then(
  'läser {actor} beslutet {name} på 1177 inom {duration}',
  function (this: GenrepWorld, actor: Actor, note: string, limit: Milliseconds) {
    return this.actor(actor).see(patientReadsNote(ref(note)), within(limit));
  },
);

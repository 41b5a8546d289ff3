import { Then } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { stoppedForReason } from './activities.ts';
import { reasonCalled, words } from './words.ts';

defineWords('reason', words.reason, (word) => word);

Then(
  'stoppas {name} för {actor} eftersom {reason}',
  function (this: GenrepWorld, attempt: string, actor: Actor, reason: string) {
    return this.actor(actor).see(stoppedForReason(ref(attempt), reasonCalled(reason)));
  },
);

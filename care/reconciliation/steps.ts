import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { drugCalled } from '../medication/words.ts';
import {
  attemptToSignReconciliation,
  decideHomeDrug,
  homeDrugDecided,
  listHomeDrug,
  signReconciliation,
} from './activities.ts';
import { DECISIONS, type Decision } from './decision.ts';

defineWords('decision', DECISIONS, (decision) => DECISIONS[decision].sv);

When(
  '{actor} antecknar hemläkemedlet {drug} som {name}',
  function (this: GenrepWorld, actor: Actor, drug: string, name: string) {
    return this.actor(actor).perform(listHomeDrug(drugCalled(drug), name));
  },
);

When(
  '{actor} bedömer att {name} ska {decision}',
  function (this: GenrepWorld, actor: Actor, homeDrug: string, decision: Decision) {
    return this.actor(actor).perform(decideHomeDrug(ref(homeDrug), decision));
  },
);

When(
  '{actor} signerar läkemedelsavstämningen som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(signReconciliation(name));
  },
);

When(
  '{actor} försöker signera läkemedelsavstämningen som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(attemptToSignReconciliation(name));
  },
);

Then(
  'ser {actor} att {name} ska {decision} enligt avstämningen inom {duration}',
  function (this: GenrepWorld, actor: Actor, homeDrug: string, decision: Decision, limit: Milliseconds) {
    return this.actor(actor).see(homeDrugDecided(ref(homeDrug), decision), within(limit));
  },
);

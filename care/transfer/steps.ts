import { Then, When } from '@cucumber/cucumber';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { attemptToTransfer, stayAtUnit, transfer } from './activities.ts';
import { DESTINATIONS, type Destination } from './destination.ts';

defineWords('destination', DESTINATIONS, (kind) => DESTINATIONS[kind].sv);

When(
  '{actor} flyttar patienten till {destination}',
  function (this: GenrepWorld, actor: Actor, to: Destination) {
    return this.actor(actor).perform(transfer(to));
  },
);

When(
  '{actor} försöker flytta patienten till {destination} som {name}',
  function (this: GenrepWorld, actor: Actor, to: Destination, name: string) {
    return this.actor(actor).perform(attemptToTransfer(to, name));
  },
);

Then(
  'ser {actor} den flyttade patienten i enhetens lista inom {duration}',
  function (this: GenrepWorld, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(stayAtUnit(), within(limit));
  },
);

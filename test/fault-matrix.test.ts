import { describe, it } from 'vitest';
import { everyRequirementHolds, turnsItsOwnRed } from './own-red.ts';

describe('the reference environment without faults', () => {
  it('holds every requirement in every flow', { timeout: 60_000 }, () => everyRequirementHolds());
});

describe('a planted fault turns its own requirements red and nothing else', () => {
  it.each(['joining-forgets-patient', 'order-lost', 'message-lost-after-ack', 'weekly-shown-as-daily'])(
    '%s',
    { timeout: 240_000, concurrent: true },
    (name) => turnsItsOwnRed(name),
  );
});

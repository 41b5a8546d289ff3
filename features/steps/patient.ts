import { Given, When } from '@cucumber/cucumber';
import type { Milliseconds } from '../../domain/time.ts';
import type { GenrepWorld } from '../support/world.ts';

Given('en patient mellan {int} och {int} år', function (this: GenrepWorld, ageFrom: number, ageTo: number) {
  return this.patient({ ageFrom, ageTo, protectedIdentity: false });
});

Given('en patient med skyddad identitet', function (this: GenrepWorld) {
  return this.patient({ ageFrom: 18, ageTo: 80, protectedIdentity: true });
});

When('{duration} har gått', function (this: GenrepWorld, duration: Milliseconds) {
  return this.letPass(duration);
});

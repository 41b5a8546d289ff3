import { After, Before, BeforeStep } from '@cucumber/cucumber';
import type { GenrepWorld } from './world.ts';

Before(function (this: GenrepWorld, scenario) {
  return this.interpreter.begin(scenario);
});

BeforeStep(function (this: GenrepWorld, step) {
  this.interpreter.beforeStep(step);
});

After(function (this: GenrepWorld, scenario) {
  return this.interpreter.end(scenario);
});

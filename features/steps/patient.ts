import { Given, When } from '@cucumber/cucumber';
import type { Patient } from '../../domain/patient.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { GenrepWorld } from '../support/world.ts';

type Sex = Patient['sex'];

Given(
  '{person} mellan {int} och {int} år',
  function (this: GenrepWorld, sex: Sex | undefined, ageFrom: number, ageTo: number) {
    return this.patient({ ageFrom, ageTo, protectedIdentity: false, sex });
  },
);

Given(
  '{person} mellan {int} och {int} år med {history}',
  function (this: GenrepWorld, sex: Sex | undefined, ageFrom: number, ageTo: number, history: string[]) {
    return this.patient({ ageFrom, ageTo, sex, protectedIdentity: false, history });
  },
);

Given(
  '{person} mellan {int} och {int} år i {municipality} med {history}',
  function (
    this: GenrepWorld,
    sex: Sex | undefined,
    ageFrom: number,
    ageTo: number,
    municipality: string,
    history: string[],
  ) {
    return this.patient({ ageFrom, ageTo, sex, protectedIdentity: false, municipality, history });
  },
);

Given('en patient med skyddad identitet', function (this: GenrepWorld) {
  return this.patient({ ageFrom: 18, ageTo: 80, protectedIdentity: true });
});

When('{duration} har gått', function (this: GenrepWorld, duration: Milliseconds) {
  return this.letPass(duration);
});

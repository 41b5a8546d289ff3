import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { attemptToVaccinate, recordGuardiansAnswer, vaccinate, vaccinationOnRecord } from './activities.ts';
import { GUARDIAN_ANSWERS, GUARDIANS, type Guardian, type GuardianAnswer } from './vaccine.ts';
import { vaccineCalled, words } from './words.ts';

defineWords('vaccine', words.vaccine, (word) => word);
defineWords('guardian', GUARDIANS, (guardian) => GUARDIANS[guardian].sv);
defineWords('guardianAnswer', GUARDIAN_ANSWERS, (answer) => GUARDIAN_ANSWERS[answer].sv);

When(
  '{actor} antecknar att {guardian} {guardianAnswer} till vaccination',
  function (this: GenrepWorld, actor: Actor, guardian: Guardian, answer: GuardianAnswer) {
    return this.actor(actor).perform(recordGuardiansAnswer(guardian, answer));
  },
);

When(
  '{actor} vaccinerar eleven med {vaccine} ur batch {name} som {name}',
  function (this: GenrepWorld, actor: Actor, vaccine: string, batch: string, name: string) {
    return this.actor(actor).perform(vaccinate(vaccineCalled(vaccine), batch, name));
  },
);

When(
  '{actor} försöker vaccinera eleven med {vaccine} ur batch {name} som {name}',
  function (this: GenrepWorld, actor: Actor, vaccine: string, batch: string, name: string) {
    return this.actor(actor).perform(attemptToVaccinate(vaccineCalled(vaccine), batch, name));
  },
);

Then(
  'ser {actor} vaccinationen {name} med sitt batchnummer inom {duration}',
  function (this: GenrepWorld, actor: Actor, vaccination: string, limit: Milliseconds) {
    return this.actor(actor).see(vaccinationOnRecord(ref(vaccination)), within(limit));
  },
);

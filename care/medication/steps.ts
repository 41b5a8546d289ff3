import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within, withinOfDay } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  attemptDailyDosing,
  attemptToPrescribe,
  changeDose,
  dailyDosingStopped,
  doseGiven,
  doseOnNursesList,
  giveDose,
  givenDoseIsOrderedDose,
  medicationListsAgree,
  prescribe,
  prescriptionStopped,
  prescriptionWithoutWarning,
  recordAllergy,
  reviewPrescription,
  scheduleOnEveryList,
  stopDrug,
  stoppedOnEveryList,
} from './activities.ts';
import { type Dose, inDose } from './dose.ts';
import { allergenCalled, drugCalled, words } from './words.ts';

const ALL_VIEWS = ['physician', 'nurse', 'pharmacist', 'patient'] as const;

defineWords('drug', words.drug, (word) => word);
defineWords('allergen', words.allergen, (word) => word);

When(
  '{actor} antecknar allergi mot {allergen} som {name}',
  function (this: GenrepWorld, actor: Actor, allergen: string, name: string) {
    return this.actor(actor).perform(recordAllergy(allergenCalled(allergen), name));
  },
);

When(
  '{actor} ordinerar {drug} som {name}',
  function (this: GenrepWorld, actor: Actor, drug: string, name: string) {
    return this.actor(actor).perform(prescribe(drugCalled(drug), name));
  },
);

When(
  '{actor} ordinerar {drug} i dosen {quantity} som {name}',
  function (this: GenrepWorld, actor: Actor, drug: string, dose: Dose, name: string) {
    return this.actor(actor).perform(prescribe(inDose(drug, dose), name));
  },
);

When(
  '{actor} försöker ordinera {drug} i dosen {quantity} som {name}',
  function (this: GenrepWorld, actor: Actor, drug: string, dose: Dose, name: string) {
    return this.actor(actor).perform(attemptToPrescribe(inDose(drug, dose), name));
  },
);

When(
  '{actor} försöker ordinera {drug} som {name}',
  function (this: GenrepWorld, actor: Actor, drug: string, name: string) {
    return this.actor(actor).perform(attemptToPrescribe(drugCalled(drug), name));
  },
);

Then(
  'stoppas {name} för {actor} på grund av {allergen}',
  function (this: GenrepWorld, attempt: string, actor: Actor, reason: string) {
    return this.actor(actor).see(prescriptionStopped(ref(attempt), allergenCalled(reason)));
  },
);

Then(
  'har {name} ingen varning för {actor}',
  function (this: GenrepWorld, prescription: string, actor: Actor) {
    return this.actor(actor).see(prescriptionWithoutWarning(ref(prescription)));
  },
);

When('{actor} granskar {name}', function (this: GenrepWorld, actor: Actor, prescription: string) {
  return this.actor(actor).perform(reviewPrescription(ref(prescription)));
});

When(
  '{actor} ger {name} som {name}',
  function (this: GenrepWorld, actor: Actor, prescription: string, name: string) {
    return this.actor(actor).perform(giveDose(ref(prescription), name));
  },
);

When(
  '{actor} ändrar {name} till {quantity}',
  function (this: GenrepWorld, actor: Actor, prescription: string, dose: { value: number; unit: string }) {
    return this.actor(actor).perform(changeDose(ref(prescription), dose.value, dose.unit));
  },
);

Then(
  'visar utdelningslistan {quantity} av {name} för {actor} inom {duration}',
  function (
    this: GenrepWorld,
    dose: { value: number; unit: string },
    prescription: string,
    actor: Actor,
    limit: Milliseconds,
  ) {
    return this.actor(actor).see(doseOnNursesList(ref(prescription), dose.value, dose.unit), within(limit));
  },
);

Then(
  'ser {actor} att {name} är den ordinerade dosen av {name}',
  function (this: GenrepWorld, actor: Actor, given: string, prescription: string) {
    return this.actor(actor).see(givenDoseIsOrderedDose(ref(given), ref(prescription)));
  },
);

Then(
  'är {name} given enligt {actor} inom {duration} från {name}',
  function (this: GenrepWorld, given: string, actor: Actor, limit: Milliseconds, since: string) {
    return this.actor(actor).see(doseGiven(ref(given)), withinOfDay(limit, since));
  },
);

Then(
  'visar alla läkemedelslistor samma läkemedel för {actor} inom {duration}',
  function (this: GenrepWorld, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(medicationListsAgree(ALL_VIEWS), within(limit));
  },
);

When(
  '{actor} försöker ordinera {drug} varje dag som {name}',
  function (this: GenrepWorld, actor: Actor, drug: string, name: string) {
    return this.actor(actor).perform(attemptDailyDosing(drugCalled(drug), name));
  },
);

When('{actor} sätter ut {name}', function (this: GenrepWorld, actor: Actor, prescription: string) {
  return this.actor(actor).perform(stopDrug(ref(prescription)));
});

Then(
  'stoppas {name} för {actor} eftersom läkemedlet ges en gång i veckan',
  function (this: GenrepWorld, attempt: string, actor: Actor) {
    return this.actor(actor).see(dailyDosingStopped(ref(attempt)));
  },
);

Then(
  'står {name} lika ofta i alla läkemedelslistor för {actor} inom {duration}',
  function (this: GenrepWorld, prescription: string, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(scheduleOnEveryList(ref(prescription), ALL_VIEWS), within(limit));
  },
);

Then(
  'är {name} borta och {name} kvar i alla läkemedelslistor för {actor} inom {duration}',
  function (this: GenrepWorld, stopped: string, kept: string, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(stoppedOnEveryList(ref(stopped), ref(kept), ALL_VIEWS), within(limit));
  },
);

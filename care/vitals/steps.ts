import { type DataTable, Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, throughout, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  contributeBloodPressure,
  contributionMarkedAsPatientsOwn,
  earlyWarningRaised,
  noEarlyWarning,
  recordVitals,
  vitalsInChart,
} from './activities.ts';
import { NORMAL_VITAL_SIGNS, vitalSignsFrom } from './table.ts';

When(
  '{actor} mäter normala vitalparametrar som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(recordVitals(NORMAL_VITAL_SIGNS, name));
  },
);

When(
  '{actor} för in vitalparametrar som {name}:',
  function (this: GenrepWorld, actor: Actor, name: string, table: DataTable) {
    return this.actor(actor).perform(recordVitals(vitalSignsFrom(table.raw()), name));
  },
);

Then(
  'varnas {actor} för NEWS2 {int} efter {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, score: number, measurement: string, limit: Milliseconds) {
    return this.actor(actor).see(earlyWarningRaised(ref(measurement), score), within(limit));
  },
);

Then(
  'varnas {actor} inte efter {name} under {duration}',
  function (this: GenrepWorld, actor: Actor, measurement: string, limit: Milliseconds) {
    return this.actor(actor).see(noEarlyWarning(ref(measurement)), throughout(limit));
  },
);

Then(
  'ser {actor} {name} och inga andra mätvärden hos patienten inom {duration}',
  function (this: GenrepWorld, actor: Actor, measurement: string, limit: Milliseconds) {
    return this.actor(actor).see(vitalsInChart(ref(measurement)), within(limit));
  },
);

When(
  '{actor} lämnar sitt blodtryck {bloodPressure} som {name}',
  function (
    this: GenrepWorld,
    actor: Actor,
    pressure: { systolic: number; diastolic: number },
    name: string,
  ) {
    return this.actor(actor).perform(contributeBloodPressure(pressure.systolic, pressure.diastolic, name));
  },
);

Then(
  'ser {actor} {name} märkt som patientens eget inom {duration}',
  function (this: GenrepWorld, actor: Actor, measurement: string, limit: Milliseconds) {
    return this.actor(actor).see(contributionMarkedAsPatientsOwn(ref(measurement)), within(limit));
  },
);

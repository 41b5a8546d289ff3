import { type DataTable, Then, When } from '@cucumber/cucumber';
import { DEVICES, type DeviceKind, METRICS, type MetricName } from '../../domain/codes/mdc.ts';
import type { VitalSigns } from '../../domain/news2.ts';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  alarmWithUnit,
  attemptToConnectDevice,
  clockTold,
  confirmReadings,
  connectDevice,
  deviceAlarms,
  deviceFallsSilent,
  disconnectDevice,
  gapTold,
  measureByDevice,
  readingsConfirmed,
  readingsHeldBack,
  readingsTimed,
  readingsUnconfirmed,
  reconnectDevice,
} from './activities.ts';
import { readingOf, readingsFrom } from './table.ts';

defineWords('device', DEVICES, (kind) => DEVICES[kind].sv.toLowerCase());
defineWords('metric', METRICS, (metric) => METRICS[metric].sv.toLowerCase());
defineWords('level', { A: null, C: null, V: null, P: null, U: null }, (level) => level);
defineWords('oxygen', { med: true, utan: false }, (word) => word);

When(
  '{actor} kopplar en {device} till patienten som {name}',
  function (this: GenrepWorld, actor: Actor, device: DeviceKind, name: string) {
    return this.actor(actor).perform(connectDevice(device, name));
  },
);

When(
  '{actor} kopplar en {device} till {name} som {name}',
  function (this: GenrepWorld, actor: Actor, device: DeviceKind, unknown: string, name: string) {
    return this.actor(actor).perform(connectDevice(device, name, ref(unknown)));
  },
);

When(
  '{actor} försöker koppla apparaten {name} till patienten som {name}',
  function (this: GenrepWorld, actor: Actor, connection: string, name: string) {
    return this.actor(actor).perform(attemptToConnectDevice(ref(connection), name));
  },
);

When(
  '{actor} kopplar den frigjorda apparaten {name} till patienten som {name}',
  function (this: GenrepWorld, actor: Actor, connection: string, name: string) {
    return this.actor(actor).perform(reconnectDevice(ref(connection), name));
  },
);

When('{actor} kopplar bort {name}', function (this: GenrepWorld, actor: Actor, connection: string) {
  return this.actor(actor).perform(disconnectDevice(ref(connection)));
});

When(
  '{actor} låter {name} mäta som {name}:',
  function (this: GenrepWorld, actor: Actor, connection: string, name: string, table: DataTable) {
    return this.actor(actor).perform(measureByDevice(ref(connection), readingsFrom(table.raw()), name));
  },
);

When(
  '{actor} låter {name}, vars klocka går {int} minuter före, mäta som {name}:',
  function (
    this: GenrepWorld,
    actor: Actor,
    connection: string,
    ahead: number,
    name: string,
    table: DataTable,
  ) {
    return this.actor(actor).perform(
      measureByDevice(ref(connection), readingsFrom(table.raw()), name, ahead),
    );
  },
);

When(
  '{actor} är hos patienten när {name} larmar för {metric} {quantity} som {name}',
  function (
    this: GenrepWorld,
    actor: Actor,
    connection: string,
    metric: MetricName,
    { value, unit }: { value: number; unit: string },
    name: string,
  ) {
    return this.actor(actor).perform(deviceAlarms(ref(connection), readingOf(metric, value, unit), name));
  },
);

When(
  '{actor} är hos patienten när {name} slutar sända',
  function (this: GenrepWorld, actor: Actor, connection: string) {
    return this.actor(actor).perform(deviceFallsSilent(ref(connection)));
  },
);

When(
  '{actor} bekräftar {name} med medvetande {level} {oxygen} syrgas som {name}',
  function (
    this: GenrepWorld,
    actor: Actor,
    readings: string,
    level: VitalSigns['consciousness'],
    oxygen: 'med' | 'utan',
    name: string,
  ) {
    return this.actor(actor).perform(confirmReadings(ref(readings), level, oxygen === 'med', name));
  },
);

Then(
  'ser {actor} {name} obekräftat hos patienten inom {duration}:',
  function (this: GenrepWorld, actor: Actor, readings: string, limit: Milliseconds, table: DataTable) {
    return this.actor(actor).see(
      readingsUnconfirmed(ref(readings), readingsFrom(table.raw())),
      within(limit),
    );
  },
);

Then(
  'står {name} på rätt tid för {actor} inom {duration}',
  function (this: GenrepWorld, readings: string, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(readingsTimed(ref(readings)), within(limit));
  },
);

Then(
  'ser {actor} {name} som bekräftat hos patienten inom {duration}',
  function (this: GenrepWorld, actor: Actor, confirmed: string, limit: Milliseconds) {
    return this.actor(actor).see(readingsConfirmed(ref(confirmed)), within(limit));
  },
);

Then(
  'hålls {name} utanför patientens journal för {actor} inom {duration}',
  function (this: GenrepWorld, readings: string, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(readingsHeldBack(ref(readings)), within(limit));
  },
);

Then(
  'når larmet {name} {actor} inom {duration}',
  function (this: GenrepWorld, alarm: string, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(alarmWithUnit(ref(alarm)), within(limit));
  },
);

Then(
  'får {actor} veta att inget kommer från {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, connection: string, limit: Milliseconds) {
    return this.actor(actor).see(gapTold(ref(connection)), within(limit));
  },
);

Then(
  'får {actor} veta att klockan bakom {name} går {int} minuter före inom {duration}',
  function (this: GenrepWorld, actor: Actor, readings: string, minutes: number, limit: Milliseconds) {
    return this.actor(actor).see(clockTold(ref(readings), minutes), within(limit));
  },
);

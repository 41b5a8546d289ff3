import { Then, When } from '@cucumber/cucumber';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, SECOND, within } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  admit,
  bedOnWardList,
  callIn,
  declareReadyForDischarge,
  discharge,
  identityShielded,
  patientOnUnitList,
  printDocument,
  registerArrival,
  SURFACES,
  type Surface,
  TRIAGE_COLOURS,
  type TriageColour,
  triage,
} from './activities.ts';

defineWords('colour', TRIAGE_COLOURS, (colour) => TRIAGE_COLOURS[colour]);
defineWords('document', { letter: SURFACES.letter, label: SURFACES.label }, (document) => SURFACES[document]);
defineWords('surface', SURFACES, (surface) => `${surface === 'label' ? 'på' : 'i'} ${SURFACES[surface]}`);

When('{actor} registrerar patienten för {name}', function (this: GenrepWorld, actor: Actor, reason: string) {
  return this.actor(actor).perform(registerArrival(reason, 'ankomsten'));
});

When(
  '{actor} prioriterar patienten som {colour}',
  function (this: GenrepWorld, actor: Actor, colour: TriageColour) {
    return this.actor(actor).perform(triage(colour));
  },
);

When('{actor} kallar in patienten', function (this: GenrepWorld, actor: Actor) {
  return this.actor(actor).perform(callIn());
});

When(
  '{actor} skriver ut {document}',
  function (this: GenrepWorld, actor: Actor, document: 'letter' | 'label') {
    return this.actor(actor).perform(printDocument(document));
  },
);

When(
  '{actor} lägger in patienten på avdelningen som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(admit(name));
  },
);

When('{actor} skriver in patienten som {name}', function (this: GenrepWorld, actor: Actor, name: string) {
  return this.actor(actor).perform(admit(name));
});

When(
  '{actor} bedömer patienten som utskrivningsklar som {name}',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(declareReadyForDischarge(name));
  },
);

When('{actor} skriver ut patienten som {name}', function (this: GenrepWorld, actor: Actor, name: string) {
  return this.actor(actor).perform(discharge(name));
});

Then(
  'ser {actor} patienten i enhetens lista inom {duration}',
  function (this: GenrepWorld, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(patientOnUnitList(), within(limit));
  },
);

Then(
  'ser {actor} patienten på en vårdplats i avdelningens lista inom {duration}',
  function (this: GenrepWorld, actor: Actor, limit: Milliseconds) {
    return this.actor(actor).see(bedOnWardList(), within(limit));
  },
);

Then(
  'är patientens namn och adress skyddade {surface} för {actor}',
  function (this: GenrepWorld, surface: Surface, actor: Actor) {
    return this.actor(actor).see(identityShielded(surface), within(5 * SECOND));
  },
);

import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  acknowledgeReport,
  makeStudy,
  makeStudyOnAnother,
  makeUnorderedStudy,
  noStudyOfOrder,
  orderAwaitingStudy,
  orderOnModalityWorklist,
  reportAcknowledged,
  reportOfStudy,
  reportStudy,
  settleUnpairedStudy,
  studyInRecord,
  studyUnpaired,
} from './activities.ts';

Then(
  'ser {actor} {name} i röntgenapparatens arbetslista inom {duration}',
  function (this: GenrepWorld, actor: Actor, order: string, limit: Milliseconds) {
    return this.actor(actor).see(orderOnModalityWorklist(ref(order)), within(limit));
  },
);

When(
  '{actor} väljer {name} i röntgenapparatens arbetslista och tar bilderna {name}',
  function (this: GenrepWorld, actor: Actor, order: string, name: string) {
    return this.actor(actor).perform(makeStudy(ref(order), name));
  },
);

When(
  '{actor} tar bilderna {name} till {name} med en annan patient vald i röntgenapparaten',
  function (this: GenrepWorld, actor: Actor, name: string, order: string) {
    return this.actor(actor).perform(makeStudyOnAnother(ref(order), name));
  },
);

When(
  '{actor} tar bilderna {name} utan beställning',
  function (this: GenrepWorld, actor: Actor, name: string) {
    return this.actor(actor).perform(makeUnorderedStudy(name));
  },
);

When(
  '{actor} tar hand om de oparade bilderna {name} med orden {name}',
  function (this: GenrepWorld, actor: Actor, study: string, text: string) {
    return this.actor(actor).perform(settleUnpairedStudy(ref(study), text));
  },
);

When(
  '{actor} besvarar bilderna till {name} med orden {name} som {name}',
  function (this: GenrepWorld, actor: Actor, order: string, text: string, name: string) {
    return this.actor(actor).perform(reportStudy(ref(order), text, name));
  },
);

When(
  '{actor} vidimerar röntgensvaret {name} som {name}',
  function (this: GenrepWorld, actor: Actor, answer: string, name: string) {
    return this.actor(actor).perform(acknowledgeReport(ref(answer), name));
  },
);

Then(
  'ser {actor} bilderna {name} hos patienten inom {duration}',
  function (this: GenrepWorld, actor: Actor, study: string, limit: Milliseconds) {
    return this.actor(actor).see(studyInRecord(ref(study)), within(limit));
  },
);

Then(
  'ser {actor} bilderna {name} bland de oparade inom {duration}',
  function (this: GenrepWorld, actor: Actor, study: string, limit: Milliseconds) {
    return this.actor(actor).see(studyUnpaired(ref(study)), within(limit));
  },
);

Then('ser {actor} inga bilder till {name}', function (this: GenrepWorld, actor: Actor, order: string) {
  return this.actor(actor).see(noStudyOfOrder(ref(order)));
});

Then(
  'ser {actor} {name} bland beställningar utan bilder inom {duration}',
  function (this: GenrepWorld, actor: Actor, order: string, limit: Milliseconds) {
    return this.actor(actor).see(orderAwaitingStudy(ref(order)), within(limit));
  },
);

Then(
  'läser {actor} röntgensvaret {name} om bilderna {name} med orden {name} inom {duration}',
  function (
    this: GenrepWorld,
    actor: Actor,
    answer: string,
    study: string,
    text: string,
    limit: Milliseconds,
  ) {
    return this.actor(actor).see(reportOfStudy(ref(answer), ref(study), text), within(limit));
  },
);

Then(
  'ser {actor} vidimeringen {name} i journalen inom {duration}',
  function (this: GenrepWorld, actor: Actor, receipt: string, limit: Milliseconds) {
    return this.actor(actor).see(reportAcknowledged(ref(receipt)), within(limit));
  },
);

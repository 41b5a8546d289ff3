import { type DataTable, Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, throughout, within } from '../../domain/time.ts';
import { rowsOf } from '../../features/support/table-rows.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  attemptToSendStatement,
  changeStatement,
  noSuchStatement,
  patientAttemptsStatement,
  patientReadsStatement,
  patientSendsStatement,
  receiveStatement,
  sendStatement,
  statementArrived,
  statementReceived,
  statementWithdrawn,
  withdrawStatement,
} from './activities.ts';
import { rowsAttempted } from './statement-table.ts';
import { statementCalled, words } from './words.ts';

defineWords('statement', words.statement, (word) => word);

When(
  '{actor} skickar {statement} som {name}:',
  function (this: GenrepWorld, actor: Actor, word: string, name: string, table: DataTable) {
    return this.actor(actor).perform(
      sendStatement(statementCalled(word), rowsOf(table.raw(), statementCalled(word).rows), name),
    );
  },
);

When(
  '{actor} försöker skicka {statement} som {name}:',
  function (this: GenrepWorld, actor: Actor, word: string, name: string, table: DataTable) {
    return this.actor(actor).perform(
      attemptToSendStatement(
        statementCalled(word),
        rowsAttempted(table.raw(), statementCalled(word).rows),
        name,
      ),
    );
  },
);

When('{actor} kvitterar att {name} har kommit', function (this: GenrepWorld, actor: Actor, sent: string) {
  return this.actor(actor).perform(receiveStatement(ref(sent)));
});

When(
  '{actor} ändrar {statement} {name} till {name}:',
  function (this: GenrepWorld, actor: Actor, word: string, sent: string, name: string, table: DataTable) {
    return this.actor(actor).perform(
      changeStatement(ref(sent), rowsOf(table.raw(), statementCalled(word).rows), name),
    );
  },
);

When(
  '{actor} återkallar {name} med skälet {name}',
  function (this: GenrepWorld, actor: Actor, sent: string, reason: string) {
    return this.actor(actor).perform(withdrawStatement(ref(sent), reason));
  },
);

Then(
  'ser {actor} att {name} är återkallat med skälet {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, sent: string, reason: string, limit: Milliseconds) {
    return this.actor(actor).see(statementWithdrawn(ref(sent), reason), within(limit));
  },
);

Then(
  'har {actor} inte fått {statement} under {duration}',
  function (this: GenrepWorld, actor: Actor, word: string, limit: Milliseconds) {
    return this.actor(actor).see(noSuchStatement(statementCalled(word)), throughout(limit));
  },
);

When(
  '{actor} skickar {statement} på 1177 som {name}:',
  function (this: GenrepWorld, actor: Actor, word: string, name: string, table: DataTable) {
    return this.actor(actor).perform(
      patientSendsStatement(statementCalled(word), rowsOf(table.raw(), statementCalled(word).rows), name),
    );
  },
);

When(
  '{actor} försöker skicka {statement} på 1177 som {name}:',
  function (this: GenrepWorld, actor: Actor, word: string, name: string, table: DataTable) {
    return this.actor(actor).perform(
      patientAttemptsStatement(
        statementCalled(word),
        rowsAttempted(table.raw(), statementCalled(word).rows),
        name,
      ),
    );
  },
);

Then(
  'läser {actor} allt i {name} på 1177 inom {duration}',
  function (this: GenrepWorld, actor: Actor, sent: string, limit: Milliseconds) {
    return this.actor(actor).see(patientReadsStatement(ref(sent)), within(limit));
  },
);

Then(
  'läser {actor} allt i {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, sent: string, limit: Milliseconds) {
    return this.actor(actor).see(statementArrived(ref(sent)), within(limit));
  },
);

Then(
  'ser {actor} att mottagaren har {name} inom {duration}',
  function (this: GenrepWorld, actor: Actor, sent: string, limit: Milliseconds) {
    return this.actor(actor).see(statementReceived(ref(sent)), within(limit));
  },
);

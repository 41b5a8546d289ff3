import { type DataTable, Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import { rowsOf } from '../../features/support/table-rows.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import {
  attemptToSendStatement,
  receiveStatement,
  sendStatement,
  statementArrived,
  statementReceived,
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

import { Then, When } from '@cucumber/cucumber';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import { type Milliseconds, within } from '../../domain/time.ts';
import { defineWords } from '../../features/support/words.ts';
import type { GenrepWorld } from '../../features/support/world.ts';
import { recordAnswerToSharing, sharingOnRecord } from './activities.ts';
import { ANSWERS, type SharingAnswer } from './sharing.ts';
import { sharingCalled, words } from './words.ts';

defineWords('sharing', words.sharing, (word) => word);
defineWords('sharingAnswer', ANSWERS, (answer) => ANSWERS[answer].sv);

When(
  '{actor} antecknar ett {sharingAnswer} till {sharing} som {name}',
  function (this: GenrepWorld, actor: Actor, answer: SharingAnswer, word: string, name: string) {
    return this.actor(actor).perform(recordAnswerToSharing(sharingCalled(word), answer, name));
  },
);

Then(
  'ser {actor} svaret {name} i journalen inom {duration}',
  function (this: GenrepWorld, actor: Actor, answer: string, limit: Milliseconds) {
    return this.actor(actor).see(sharingOnRecord(ref(answer)), within(limit));
  },
);

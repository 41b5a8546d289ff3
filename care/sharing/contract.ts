import { ref } from '../../domain/ref.ts';
import { type Case, does, misremembers, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { recordAnswerToSharing, sharingOnRecord } from './activities.ts';
import { sharingCalled } from './words.ts';

const { wardNurse } = STAFF;

const SOCIAL_SERVICES = sharingCalled('att socialtjänsten får veta');

export const contract: readonly Case[] = [
  {
    title: 'a yes to sharing is on record as a yes, and not as a no',
    lines: [
      does(wardNurse, recordAnswerToSharing(SOCIAL_SERVICES, 'permit', 'svaret')),
      sees(wardNurse, sharingOnRecord(ref('svaret'))),
      misremembers(recordAnswerToSharing(SOCIAL_SERVICES, 'deny', 'svaret')),
      seesNot(wardNurse, sharingOnRecord(ref('svaret'))),
    ],
  },
];

import { ref } from '../../domain/ref.ts';
import { type Case, does, misremembers, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { weigh, weightInChart } from './activities.ts';

const { nurse, physician } = STAFF;

export const contract: readonly Case[] = [
  {
    title: 'a weight is read to the decimal',
    lines: [
      does(nurse, weigh(18.4, 'vikten')),
      sees(physician, weightInChart(ref('vikten'))),
      misremembers(weigh(18.5, 'vikten')),
      seesNot(physician, weightInChart(ref('vikten'))),
    ],
  },
];

import { ref } from '../../domain/ref.ts';
import { type Case, does, misremembers, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { growthDeviationListed, heightInChart, measureHeight, noteEarlierHeight } from './activities.ts';

const { schoolNurse, schoolPhysician } = STAFF;

export const contract: readonly Case[] = [
  {
    title: 'a height is read to the decimal',
    lines: [
      does(schoolNurse, measureHeight(141.5, 'längden')),
      sees(schoolPhysician, heightInChart(ref('längden'))),
      misremembers(measureHeight(141, 'längden')),
      seesNot(schoolPhysician, heightInChart(ref('längden'))),
    ],
  },
  {
    title: 'a height that leaves its channel is to be assessed, and one that keeps to it is not',
    lines: [
      does(schoolNurse, noteEarlierHeight(123, 7, 'som liten')),
      seesNot(schoolPhysician, growthDeviationListed(ref('som liten'))),
      does(schoolNurse, noteEarlierHeight(141, 10, 'i sin kanal')),
      seesNot(schoolPhysician, growthDeviationListed(ref('i sin kanal'))),
      does(schoolNurse, noteEarlierHeight(143, 12, 'ur sin kanal')),
      sees(schoolPhysician, growthDeviationListed(ref('ur sin kanal'))),
    ],
  },
];

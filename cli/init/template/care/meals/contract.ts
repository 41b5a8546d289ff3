import { ref } from 'genrep/area';
import { type Case, does, misremembers, STAFF, sees, seesNot } from 'genrep/contract';
import { mealInRecord, recordMeal } from './activities.ts';

const { wardNurse } = STAFF;

export const contract: readonly Case[] = [
  {
    title: 'a meal stands in the record as it was recorded, and otherwise not',
    lines: [
      does(wardNurse, recordMeal('halva lunchen', 'lunchen')),
      sees(wardNurse, mealInRecord(ref('lunchen'))),
      misremembers(recordMeal('hela lunchen', 'lunchen')),
      seesNot(wardNurse, mealInRecord(ref('lunchen'))),
    ],
  },
];

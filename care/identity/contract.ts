import { ref } from '../../domain/ref.ts';
import { type Case, does, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import {
  historiesApart,
  historiesTogether,
  joinRecords,
  noteOnUnknown,
  partRecords,
  registerUnknown,
} from './activities.ts';

const { secretary, physician } = STAFF;

const unknown = ref('den okända');
const note = ref('anteckningen');

export const contract: readonly Case[] = [
  {
    title: 'somebody unknown becomes the patient with both histories, and is parted again',
    lines: [
      does(secretary, registerUnknown('den okända')),
      does(physician, noteOnUnknown(unknown, 'Trafikolycka, vaken, smärta i bäckenet', 'anteckningen')),
      sees(physician, historiesApart(unknown, note)),
      seesNot(physician, historiesTogether(unknown, note)),
      does(secretary, joinRecords(unknown)),
      sees(physician, historiesTogether(unknown, note)),
      seesNot(physician, historiesApart(unknown, note)),
      does(secretary, partRecords(unknown)),
      sees(physician, historiesApart(unknown, note)),
    ],
  },
];

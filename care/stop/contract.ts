import { ref } from '../../domain/ref.ts';
import { type Case, does, isRefused, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { attemptToSendStatement, receiveStatement, sendStatement } from '../statement/index.ts';
import { statementCalled } from '../statement/words.ts';
import { stoppedForReason } from './activities.ts';
import { reasonCalled } from './words.ts';

const { physician, psychiatrist } = STAFF;

const admission = attemptToSendStatement(
  statementCalled('beslut om intagning'),
  { beslut: 'Intagning', skäl: 'Allvarlig psykisk störning, motsätter sig vård' },
  'intagningen',
);
const stopped = stoppedForReason(ref('intagningen'), reasonCalled('vårdintyg saknas'));
const certificate = sendStatement(
  statementCalled('vårdintyg'),
  {
    undersökning: 'Undersökt 2026-12-01',
    'psykisk störning': 'Psykos',
    vårdbehov: 'Kvalificerad dygnetruntvård',
    'inställning till vård': 'Motsätter sig',
  },
  'vårdintyget',
);

export const contract: readonly Case[] = [
  {
    title: 'an attempt is told as stopped for its own reason and for no other',
    lines: [
      isRefused(psychiatrist, admission),
      sees(psychiatrist, stopped),
      seesNot(psychiatrist, stoppedForReason(ref('intagningen'), reasonCalled('njurvärdet saknas'))),
    ],
  },
  {
    title: 'an attempt that was let through is not told as stopped',
    lines: [
      does(physician, certificate),
      does(psychiatrist, receiveStatement(ref('vårdintyget'))),
      does(psychiatrist, admission),
      seesNot(psychiatrist, stopped),
    ],
  },
];

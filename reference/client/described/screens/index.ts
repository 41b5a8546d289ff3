import type { ScreenDescription } from '../description.ts';
import { blood } from './blood.ts';
import { deviceReadings, devices } from './devices.ts';
import { eprescriptions } from './eprescriptions.ts';
import { examinations } from './examinations.ts';
import { growth } from './growth.ts';
import { homeCare } from './home-care.ts';
import { labels } from './labels.ts';
import { newborns } from './newborns.ts';
import { pictures } from './pictures.ts';
import { plannedCare } from './planned-care.ts';
import { reconciliation } from './reconciliation.ts';
import { referrals } from './referrals.ts';
import { sharing } from './sharing.ts';
import { statements } from './statements.ts';
import { transfers } from './transfers.ts';
import { vaccinations } from './vaccinations.ts';
import { weights } from './weights.ts';

/** The parts of the pages that are described by data, in the order they stand. */
export const SCREENS: readonly ScreenDescription[] = [
  referrals,
  plannedCare,
  blood,
  examinations,
  statements,
  transfers,
  weights,
  devices,
  deviceReadings,
  vaccinations,
  homeCare,
  labels,
  pictures,
  newborns,
  eprescriptions,
  reconciliation,
  growth,
  sharing,
];

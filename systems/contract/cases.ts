import { ADMISSION } from './cases/admission.ts';
import { COORDINATION } from './cases/coordination.ts';
import { DOCUMENTATION } from './cases/documentation.ts';
import { LABORATORY } from './cases/laboratory.ts';
import { MEDICATION } from './cases/medication.ts';
import { VITALS } from './cases/vitals.ts';
import type { Case } from './script.ts';

/** Every task is done and every question gets a yes and a no in at least one of these. */
export const CASES: readonly Case[] = [
  ...ADMISSION,
  ...COORDINATION,
  ...DOCUMENTATION,
  ...LABORATORY,
  ...MEDICATION,
  ...VITALS,
];

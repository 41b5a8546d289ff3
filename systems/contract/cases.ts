import { ADMISSION } from '../../care/admission/contract.ts';
import { COORDINATION } from '../../care/coordination/contract.ts';
import { DOCUMENTATION } from '../../care/documentation/contract.ts';
import { LABORATORY } from '../../care/laboratory/contract.ts';
import { MEDICATION } from '../../care/medication/contract.ts';
import { VITALS } from '../../care/vitals/contract.ts';
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

import { agePyramid } from './age-pyramid.ts';
import type { MakeDrawing } from './drawing.ts';
import { drugsPerPerson } from './drugs-per-person.ts';
import { growthCurves } from './growth-curves.ts';
import { hospitalStays } from './hospital-stays.ts';
import { peoplePerMunicipality } from './people-per-municipality.ts';
import { prevalenceChart } from './prevalence.ts';
import { vaccinationCoverage } from './vaccination-coverage.ts';

/** In the order of the page. */
export const PICTURES: readonly MakeDrawing[] = [
  agePyramid,
  peoplePerMunicipality,
  prevalenceChart,
  vaccinationCoverage,
  growthCurves,
  drugsPerPerson,
  hospitalStays,
];

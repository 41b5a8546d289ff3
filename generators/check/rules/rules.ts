import type { Manifest } from '../../output/manifest.ts';
import type { Rule } from '../rule.ts';
import { CODES } from './codes.ts';
import { COUNTS } from './counts.ts';
import { DEATH_CERTIFICATES } from './death-certificates.ts';
import { MESSAGES } from './hl7v2/messages.ts';
import { IDENTITY_NUMBERS } from './identity-numbers.ts';
import { LIFETIME } from './lifetime.ts';
import { DOUBLED_DRUGS } from './medication/doubled-drugs.ts';
import { DRUG_ALLERGIES } from './medication/drug-allergies.ts';
import { DRUG_FIT } from './medication/drug-fit.ts';
import { MORTALITY } from './mortality.ts';
import { OUTCOMES } from './outcomes/outcomes.ts';
import { PERIODS } from './periods.ts';
import { PREVALENCE } from './prevalence.ts';
import { QUOTAS } from './quotas.ts';
import { RATES } from './rates.ts';
import { REFERENCES } from './references.ts';
import { SAME_LIFE } from './same-life.ts';
import { SCHOOL_CLASSES } from './school-classes.ts';
import { UNIQUE_IDS } from './unique-ids.ts';
import { VACCINATIONS } from './vaccinations.ts';
import { VALUES } from './values.ts';

/** Everything that must hold for a population of FHIR resources. */
const FHIR_RULES: readonly Rule[] = [
  COUNTS,
  QUOTAS,
  SCHOOL_CLASSES,
  IDENTITY_NUMBERS,
  UNIQUE_IDS,
  SAME_LIFE,
  REFERENCES,
  LIFETIME,
  PERIODS,
  DEATH_CERTIFICATES,
  CODES,
  VALUES,
  DRUG_FIT,
  DRUG_ALLERGIES,
  DOUBLED_DRUGS,
  VACCINATIONS,
  MORTALITY,
  RATES,
  PREVALENCE,
  OUTCOMES,
];

export const rulesFor = ({ choices }: Manifest): readonly Rule[] =>
  choices.format === 'hl7v2' ? [MESSAGES] : FHIR_RULES;

import { type Bilingual, both } from '../pages/bilingual.ts';
import type { StepResult } from './instances.ts';

/** Where a failure most likely comes from: the system under test, the test itself, or the test's data. */
export interface Attribution {
  readonly to: 'system' | 'test' | 'data';
  /** By which rule. */
  readonly why: Bilingual;
}

const SYSTEM_ANSWERED = both(
  'Systemet svarade, och det som syntes var inte det väntade.',
  'The system answered, and what was seen was not what was expected.',
);
const SYSTEM_BROKE = both(
  'Systemet gav inget svar eller ett svar som inte går att använda.',
  'The system gave no answer, or one that cannot be used.',
);
const SYSTEM_REFUSED = both(
  'Systemet sade nej till en åtgärd som rollen ska kunna göra.',
  'The system refused something that the role must be able to do.',
);
const TEST_BROKE = both(
  'Genrep självt eller ett vårdområde gick sönder i steget.',
  'Genrep itself or an area of care broke in the step.',
);
const TEST_LOST = both(
  'Körningen bröts innan utfallet var känt.',
  'The run was cut off before the outcome was known.',
);
const DATA_REFUSED = both(
  'Systemet tog inte emot den patient eller de enheter som flödet behöver.',
  'The system did not take the patient or the units that the flow needs.',
);

/** Rules from the kind of error and the verdict alone, so that anybody can follow them; the first that fits is used. */
export function attributionOf({ verdict, ended }: Pick<StepResult, 'verdict' | 'ended'>): Attribution {
  if (ended === undefined) return { to: 'test', why: TEST_LOST };
  if (ended.cause === 'data') return { to: 'data', why: DATA_REFUSED };
  if (ended.cause === 'harness') return { to: 'test', why: TEST_BROKE };
  if (ended.cause === 'system') return { to: 'system', why: SYSTEM_BROKE };
  if (verdict === 'fail' && ended.expected === undefined) return { to: 'system', why: SYSTEM_REFUSED };
  return verdict === 'fail' ? { to: 'system', why: SYSTEM_ANSWERED } : { to: 'system', why: SYSTEM_BROKE };
}

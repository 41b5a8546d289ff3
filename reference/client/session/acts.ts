/** What forms and buttons are for, by the names of the acts in reference/authority/authority.yaml. */
export const ACTS = [
  'register encounters',
  'change encounters',
  'print documents',
  'declare the patient ready for discharge',
  'contribute own measurements',
  'record measurements',
  'order tests',
  'send referrals',
  'assess and answer referrals',
  'collect specimens',
  'answer and validate tests',
  'telephone critical answers',
  'acknowledge critical answers',
  'send coordination messages',
  'prescribe drugs',
  'give drugs',
  'record allergies',
  'review prescriptions',
  "acknowledge the unit's messages",
  'write notes',
  'record procedures',
  'record consent',
  'call to coordinated care planning',
  'book appointments',
] as const;

export type Act = (typeof ACTS)[number];

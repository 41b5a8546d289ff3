import type { Role, Shift } from '../../../domain/role.ts';
import { ROLES } from '../../../domain/role.ts';
import type { Bilingual } from '../../../pages/bilingual.ts';
import type { Colour } from '../../../scenarios/day-simulation/colour.ts';

export const COLOUR_TEXTS: Readonly<Record<Colour, Bilingual>> = {
  red: { sv: 'röd', en: 'red' },
  orange: { sv: 'orange', en: 'orange' },
  yellow: { sv: 'gul', en: 'yellow' },
  green: { sv: 'grön', en: 'green' },
  blue: { sv: 'blå', en: 'blue' },
};

export const SHIFT_TEXTS: Readonly<Record<Shift, Bilingual>> = {
  day: { sv: 'dag', en: 'day' },
  evening: { sv: 'kväll', en: 'evening' },
  night: { sv: 'natt', en: 'night' },
};

export const roleText = (role: Role): Bilingual => ({
  sv: ROLES[role].title.toLowerCase(),
  en: ROLES[role].en.replace(/^the /, ''),
});

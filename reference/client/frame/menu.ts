import type { Role } from '../../../domain/role.ts';
import type { Account } from '../session/account.ts';

type MenuText =
  | 'start'
  | 'unit'
  | 'arrival'
  | 'answers'
  | 'critical'
  | 'schedule'
  | 'laboratory'
  | 'inbox'
  | 'my';

interface MenuItem {
  readonly path: string;
  readonly text: MenuText;
  readonly roles: readonly Role[];
  /** Only at units of this kind, or only elsewhere. */
  readonly municipality?: boolean;
}

const CARE: readonly Role[] = [
  'physician',
  'nurse',
  'assistant-nurse',
  'medical-secretary',
  'district-nurse',
];

/** Who sees which page in the menu; what is nobody's work is not there. */
const MENU: readonly MenuItem[] = [
  { path: '/start', text: 'start', roles: [...CARE, 'pharmacist', 'biomedical-scientist', 'care-manager'] },
  { path: '/unit', text: 'unit', roles: CARE, municipality: false },
  { path: '/arrival', text: 'arrival', roles: ['medical-secretary', 'nurse'] },
  { path: '/answers', text: 'answers', roles: ['physician'] },
  { path: '/critical', text: 'critical', roles: ['nurse', 'physician'] },
  { path: '/schedule', text: 'schedule', roles: ['physician', 'nurse'] },
  { path: '/laboratory', text: 'laboratory', roles: ['biomedical-scientist'] },
  { path: '/inbox', text: 'inbox', roles: ['care-manager', 'district-nurse'], municipality: true },
  { path: '/my', text: 'my', roles: ['patient'] },
];

export const menuOf = ({ role, unit }: Account): readonly MenuItem[] =>
  MENU.filter(
    ({ roles, municipality }) =>
      roles.includes(role) &&
      (municipality ?? unit?.kind === 'municipality') === (unit?.kind === 'municipality'),
  );

/** Where a signed-in person begins. */
export const homeOf = (account: Account): string => menuOf(account)[0]?.path ?? '/start';

/** Those who open charts by identity number. */
export const searchesPatients = ({ role, unit }: Account): boolean =>
  role !== 'patient' && unit?.kind !== 'municipality';

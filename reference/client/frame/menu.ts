import type { Role, UnitKind } from '../../../domain/role.ts';
import { SCREENS } from '../described/screens/index.ts';
import type { Account } from '../session/account.ts';
import { useSession } from '../session/session.tsx';
import { useLanguage } from '../texts/language.tsx';

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
  'midwife',
];

/** Who sees which page in the menu; what is nobody's work is not there. */
const MENU: readonly MenuItem[] = [
  {
    path: '/start',
    text: 'start',
    roles: [...CARE, 'pharmacist', 'biomedical-scientist', 'care-manager', 'case-officer', 'school-staff'],
  },
  { path: '/unit', text: 'unit', roles: CARE, municipality: false },
  { path: '/arrival', text: 'arrival', roles: ['medical-secretary', 'nurse'] },
  { path: '/answers', text: 'answers', roles: ['physician'] },
  { path: '/critical', text: 'critical', roles: ['nurse', 'physician'] },
  { path: '/schedule', text: 'schedule', roles: ['physician', 'nurse'] },
  { path: '/laboratory', text: 'laboratory', roles: ['biomedical-scientist'] },
  { path: '/inbox', text: 'inbox', roles: ['care-manager', 'district-nurse'], municipality: true },
  { path: '/my', text: 'my', roles: ['patient'] },
];

const isFor = (account: Account, { roles, municipality }: Omit<MenuItem, 'path' | 'text'>): boolean =>
  roles.includes(account.role) &&
  (municipality ?? account.unit?.kind === 'municipality') === (account.unit?.kind === 'municipality');

const menuOf = (account: Account): readonly MenuItem[] => MENU.filter((item) => isFor(account, item));

/** The pages of the signed-in person's menu, in words. */
export function useMenu(): readonly {
  readonly path: string;
  readonly name: string;
  readonly help: string;
}[] {
  const { account } = useSession();
  const { language, texts } = useLanguage();
  const queues = SCREENS.flatMap(({ queues: all = [] }) => all).filter(
    ({ roles, at }) =>
      isFor(account, at === undefined ? { roles, municipality: false } : { roles }) &&
      (at === undefined || at.some((kind) => kind === account.unit?.kind)),
  );
  return [
    ...menuOf(account).map(({ path, text }) => ({
      path,
      name: texts.menu[text],
      help: texts.menuHelp[text],
    })),
    ...queues.map(({ path, name, help }) => ({
      path: `/queue/${path}`,
      name: name[language],
      help: help[language],
    })),
  ];
}

/** Where a signed-in person begins. */
export const homeOf = (account: Account): string => menuOf(account)[0]?.path ?? '/start';

const OUTSIDE: readonly UnitKind[] = [
  'municipality',
  'municipality-of-stay',
  'social-services',
  'school',
  'vaccination-register',
  'infection-control',
  'social-insurance',
  'community-pharmacy',
];

/** Those who open charts by identity number. */
export const searchesPatients = ({ role, unit }: Account): boolean =>
  role !== 'patient' && !OUTSIDE.some((kind) => kind === unit?.kind);

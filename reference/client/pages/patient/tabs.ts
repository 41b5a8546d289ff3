import { createElement, type ReactNode } from 'react';
import type { Role } from '../../../../domain/role.ts';
import { DescribedTab } from '../../described/described-tab.tsx';
import type { Words } from '../../described/description.ts';
import { SCREENS } from '../../described/screens/index.ts';
import type { Live } from '../../live/use-live.ts';
import { AllergiesTab } from './allergies.tsx';
import { BookingsTab } from './bookings.tsx';
import type { Chart } from './chart.ts';
import { CoordinationTab } from './coordination.tsx';
import { EncounterTab } from './encounter.tsx';
import { IdentityTab } from './identity.tsx';
import { JournalTab } from './journal.tsx';
import { MedicationsTab } from './medications.tsx';
import { OrdersTab } from './orders.tsx';
import { PrintsTab } from './prints.tsx';
import { VitalsTab } from './vitals.tsx';

export interface TabProps {
  readonly chart: Chart;
  /** Where the chart comes from, for those who show or change what is in it. */
  readonly live: Live<Chart>;
}

type TabPath =
  | 'encounter'
  | 'journal'
  | 'medications'
  | 'allergies'
  | 'orders'
  | 'vitals'
  | 'coordination'
  | 'bookings'
  | 'identity'
  | 'prints';

type Tab = {
  readonly roles?: readonly Role[];
  readonly Content: (props: TabProps) => ReactNode;
} & (
  | { readonly path: TabPath; readonly name?: undefined }
  /** One that is described by data, with what it is called. */
  | { readonly path: string; readonly name: Words }
);

/** The areas of a patient's page, in the order they stand; for the roles named, else for all staff. */
export const TABS: readonly Tab[] = [
  { path: 'encounter', Content: EncounterTab },
  { path: 'journal', Content: JournalTab },
  { path: 'vitals', Content: VitalsTab },
  { path: 'medications', Content: MedicationsTab },
  { path: 'orders', Content: OrdersTab },
  { path: 'allergies', Content: AllergiesTab },
  { path: 'coordination', Content: CoordinationTab },
  { path: 'bookings', Content: BookingsTab },
  ...SCREENS.map(({ tab }) => ({
    path: tab.path,
    name: tab.name,
    Content: (props: TabProps) => createElement(DescribedTab, { ...props, tab }),
  })),
  { path: 'identity', Content: IdentityTab },
  { path: 'prints', Content: PrintsTab },
];

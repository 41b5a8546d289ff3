import type { ReactNode } from 'react';
import { DescribedLists } from '../../described/described-tab.tsx';
import { OWN_CASES } from '../../described/screens/statements.ts';

/** What the patient has sent to those who give care, and the plan that the patient has taken part in. */
export function MyCases({ patient }: { readonly patient: string }): ReactNode {
  return <DescribedLists tab={OWN_CASES} about={{ patient }} />;
}

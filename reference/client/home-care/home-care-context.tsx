import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { HomeCare, Known } from './home-care.ts';

const Context = createContext<HomeCare | null>(null);

export function HomeCareProvider({
  homeCare,
  children,
}: {
  readonly homeCare: HomeCare;
  readonly children: ReactNode;
}): ReactNode {
  return <Context value={homeCare}>{children}</Context>;
}

export function useHomeCare(): HomeCare {
  const homeCare = useContext(Context);
  if (homeCare === null) throw new Error('useHomeCare needs a HomeCareProvider around it.');
  return homeCare;
}

/** What is kept on the device, as it changes. */
export function useKnown(): Known {
  const homeCare = useHomeCare();
  return useSyncExternalStore(homeCare.subscribe, () => homeCare.known);
}

import { BodyShort } from '@navikt/ds-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { Act } from '../session/acts.ts';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';

/** Says that something of this name is left out of the page; what it gives back takes that back. */
const LeftOut = createContext<(name: string) => () => void>(() => () => {});

/** A page without what is not for the role of the one signed in; it says so once, at its end. */
export function OfferedToRole({ children }: { readonly children: ReactNode }): ReactNode {
  const { account } = useSession();
  const { common, roleNames } = useTexts();
  const [names, setNames] = useState<readonly string[]>([]);
  const leaveOut = useCallback((name: string) => {
    setNames((before) => [...before, name]);
    return () => setNames((before) => before.toSpliced(before.indexOf(name), 1));
  }, []);
  return (
    <LeftOut value={leaveOut}>
      {children}
      {names.length > 0 && (
        <div role="note" className="not-offered">
          <BodyShort size="small">{common.notForRole(roleNames[account.role])}</BodyShort>
          <ul>
            {[...new Set(names)].map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
    </LeftOut>
  );
}

/** Whether the one signed in may do this; where not, the page says what it leaves out. */
export function useOffered(act: Act | undefined, name: string): boolean {
  const { account } = useSession();
  const leaveOut = useContext(LeftOut);
  const offered = act === undefined || account.may.includes(act);
  useEffect(() => (offered ? undefined : leaveOut(name)), [offered, leaveOut, name]);
  return offered;
}

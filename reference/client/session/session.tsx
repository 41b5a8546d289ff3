import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useNavigate } from 'react-router';
import { type Fhir, fhirAs } from '../fhir/fhir.ts';
import { LiveEventsProvider } from '../live/live-events.tsx';
import { type Account, accountFrom } from './account.ts';
import { beginSignIn, completeSignIn, userInfo } from './oidc.ts';

const TOKEN = 'genrep.token';

export interface Session {
  readonly account: Account;
  readonly fhir: Fhir;
  signOut(): void;
}

type State =
  | { readonly status: 'waiting' }
  | { readonly status: 'signed-out'; readonly problem?: string }
  | { readonly status: 'signed-in'; readonly account: Account; readonly accessToken: string };

interface Gate {
  readonly state: State;
  /** As somebody chosen, or as whoever is written on the sign-in page. */
  signIn(userName?: string): void;
  readonly session: Session | null;
}

const GateContext = createContext<Gate | null>(null);

/** Knows who is signed in, in this tab; the token is gone with the tab. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [state, setState] = useState<State>({ status: 'waiting' });
  const navigate = useNavigate();

  // Once a tab, though the router has a new way to navigate at each address and effects may run twice.
  const isResumed = useRef(false);
  useEffect(() => {
    if (isResumed.current) return;
    isResumed.current = true;
    resume(navigate).then(setState, (error: Error) =>
      setState({ status: 'signed-out', problem: error.message }),
    );
  }, [navigate]);

  const close = useCallback(() => {
    sessionStorage.removeItem(TOKEN);
    setState({ status: 'signed-out' });
  }, []);
  // Whoever comes next begins at a page of their own, and not in the chart that this one left.
  const signOut = useCallback(() => {
    close();
    navigate('/', { replace: true });
  }, [close, navigate]);
  const signIn = useCallback((userName?: string) => {
    const returnTo = location.pathname === '/callback' ? '/' : location.pathname;
    beginSignIn(returnTo, userName).catch((error: Error) =>
      setState({ status: 'signed-out', problem: error.message }),
    );
  }, []);

  const session = useMemo(
    () =>
      state.status === 'signed-in'
        ? { account: state.account, fhir: fhirAs(state.accessToken, close), signOut }
        : null,
    [state, close, signOut],
  );
  const gate = useMemo(() => ({ state, signIn, session }), [state, signIn, session]);
  return (
    <GateContext value={gate}>
      <LiveEventsProvider accessToken={state.status === 'signed-in' ? state.accessToken : undefined}>
        {children}
      </LiveEventsProvider>
    </GateContext>
  );
}

async function resume(navigate: (to: string, options: { replace: true }) => unknown): Promise<State> {
  if (location.pathname === '/callback') {
    const { accessToken, returnTo } = await completeSignIn(new URLSearchParams(location.search));
    sessionStorage.setItem(TOKEN, accessToken);
    const account = accountFrom(await userInfo(accessToken));
    navigate(returnTo, { replace: true });
    return { status: 'signed-in', account, accessToken };
  }
  const accessToken = sessionStorage.getItem(TOKEN);
  if (accessToken === null) return { status: 'signed-out' };
  return { status: 'signed-in', account: accountFrom(await userInfo(accessToken)), accessToken };
}

export function useGate(): Gate {
  const gate = useContext(GateContext);
  if (gate === null) throw new Error('useGate needs a SessionProvider around it.');
  return gate;
}

/** The session, on pages that only the signed-in see. */
export function useSession(): Session {
  const { session } = useGate();
  if (session === null) throw new Error('This page is for the signed-in only.');
  return session;
}

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** Something changed on the server. */
export interface LiveEvent {
  /** Resource type. */
  readonly type: string;
  readonly reference: string;
  /** 'Patient/<id>' of the person it is about. */
  readonly patient?: string;
  /** 'Organization/<id>' of the unit it concerns. */
  readonly unit?: string;
}

type Listener = (event: LiveEvent) => void;

interface LiveEvents {
  /** @returns the way to stop listening */
  listen(listener: Listener): () => void;
}

const Context = createContext<LiveEvents | null>(null);

/**
 * One stream of server-sent events for all lists of the page. It is open only while somebody listens and the page is
 * in sight: a browser has few connections to share.
 */
export function LiveEventsProvider(props: {
  readonly accessToken: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { accessToken, children } = props;
  const inSight = useInSight();
  const [listening, setListening] = useState(false);
  const listeners = useMemo(() => new Set<Listener>(), []);

  useEffect(() => {
    if (accessToken === undefined || !inSight || !listening) return;
    const source = new EventSource(`/events?access_token=${encodeURIComponent(accessToken)}`);
    source.addEventListener('message', ({ data }) => {
      const event = JSON.parse(data) as LiveEvent;
      for (const listener of listeners) listener(event);
    });
    return () => source.close();
  }, [accessToken, inSight, listening, listeners]);

  const events = useMemo(
    () => ({
      listen(listener: Listener) {
        listeners.add(listener);
        setListening(true);
        return () => {
          listeners.delete(listener);
          setListening(listeners.size > 0);
        };
      },
    }),
    [listeners],
  );
  return <Context value={events}>{children}</Context>;
}

export function useLiveEvents(): LiveEvents {
  const events = useContext(Context);
  if (events === null) throw new Error('useLiveEvents needs a LiveEventsProvider around it.');
  return events;
}

function useInSight(): boolean {
  const [inSight, setInSight] = useState(!document.hidden);
  useEffect(() => {
    const update = (): void => setInSight(!document.hidden);
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
  return inSight;
}

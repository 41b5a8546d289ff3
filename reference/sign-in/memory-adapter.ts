import type { Adapter, Payload } from 'oidc-provider';

interface Entry {
  readonly payload: Payload;
  /** Epoch milliseconds. */
  readonly expires: number;
}

const SWEEP_EVERY = 5_000;

/** Keeps what the OpenID provider remembers (sessions, codes, tokens) for as long as the process lives. */
export function memoryAdapters(now: () => number): (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  const byGrant = new Map<string, Set<string>>();
  const idByUid = new Map<string, string>();
  let written = 0;

  const drop = (key: string): void => {
    const entry = entries.get(key);
    entries.delete(key);
    const { grantId, uid } = entry?.payload ?? {};
    if (grantId !== undefined) byGrant.get(grantId)?.delete(key);
    if (uid !== undefined) idByUid.delete(uid);
  };
  const sweep = (): void => {
    for (const [key, { expires }] of entries) if (expires <= now()) drop(key);
    for (const [grantId, keys] of byGrant) if (keys.size === 0) byGrant.delete(grantId);
  };

  return (model) => {
    const prefix = `${model}:`;
    const keyOf = (id: string): string => prefix + id;
    const find = async (id: string): Promise<Payload | undefined> => {
      const entry = entries.get(keyOf(id));
      return entry !== undefined && entry.expires > now() ? entry.payload : undefined;
    };
    return {
      find,
      upsert: async (id, payload, expiresIn) => {
        const key = keyOf(id);
        entries.set(key, { payload, expires: expiresIn === undefined ? Infinity : now() + expiresIn * 1000 });
        if (payload.uid !== undefined) idByUid.set(payload.uid, id);
        if (payload.grantId !== undefined) {
          const keys = byGrant.get(payload.grantId) ?? new Set();
          byGrant.set(payload.grantId, keys.add(key));
        }
        written += 1;
        if (written % SWEEP_EVERY === 0) sweep();
      },
      findByUid: async (uid) => {
        const id = idByUid.get(uid);
        return id === undefined ? undefined : find(id);
      },
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const payload = await find(id);
        if (payload !== undefined) payload.consumed = Math.floor(now() / 1000);
      },
      destroy: async (id) => drop(keyOf(id)),
      // Asked once for each kind of token: what else carries the grant, as a sign-in that is under way, is not revoked.
      revokeByGrantId: async (grantId) => {
        for (const key of [...(byGrant.get(grantId) ?? [])]) if (key.startsWith(prefix)) drop(key);
      },
    };
  };
}

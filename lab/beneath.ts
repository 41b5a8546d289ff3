import type { LabAct } from '../domain/lab-evidence.ts';

/** What lies beneath a lab and can be made to go wrong by injects: the care system, its network, its printers. */
export interface Beneath {
  /** Why an act cannot be done here, as a sentence; undefined when it can. */
  refuses(act: LabAct): string | undefined;
  /** Has it begin; safe to repeat. Rejects with a sentence when that fails. */
  begin(act: LabAct): Promise<void>;
  /** Has it be as before; safe to repeat. Rejects with a sentence when that fails. */
  end(act: LabAct): Promise<void>;
  /** The faults that can be planted, for who chooses one. */
  readonly faults: readonly { readonly name: string; readonly sv: string; readonly en: string }[];
}

const ONLY_EMBEDDED =
  'Bara den inbyggda miljön, när labbet själv startar den, kan fås att göra fel; ta bort act, så sägs det bara till deltagarna.';

/** A system that is somebody else's: nothing can be done to it. */
export const NOTHING_TO_STEER: Beneath = {
  refuses: () => ONLY_EMBEDDED,
  begin: () => Promise.reject(new Error(ONLY_EMBEDDED)),
  end: () => Promise.reject(new Error(ONLY_EMBEDDED)),
  faults: [],
};

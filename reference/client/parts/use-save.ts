import { useState } from 'react';
import { Refusal } from '../fhir/errors.ts';

/** What was saved: its number, or words where it has none of its own. */
export interface Receipt {
  readonly number: string;
}

export type Saving =
  | { readonly status: 'idle' | 'saving' }
  | { readonly status: 'saved'; readonly receipt: Receipt }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'broken'; readonly problem: string };

/** Runs one save at a time and remembers what came of the last. */
export function useSave(): {
  readonly state: Saving;
  start(save: () => Promise<Receipt>, afterwards?: () => void): void;
} {
  const [state, setState] = useState<Saving>({ status: 'idle' });
  const start = (save: () => Promise<Receipt>, afterwards?: () => void): void => {
    if (state.status === 'saving') return;
    setState({ status: 'saving' });
    save().then(
      (receipt) => {
        setState({ status: 'saved', receipt });
        afterwards?.();
      },
      (error: Error) =>
        setState(
          error instanceof Refusal
            ? { status: 'refused', reason: error.message }
            : { status: 'broken', problem: error.message },
        ),
    );
  };
  return { state, start };
}

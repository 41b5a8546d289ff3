import { Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import type { Act } from '../session/acts.ts';
import { useOffered } from './offered.tsx';
import { Outcome } from './outcome.tsx';
import { type Receipt, useSave } from './use-save.ts';

/** A single button that saves one thing in a row, and says what came of it beside itself. */
export function SaveButton(props: {
  readonly children: string;
  /** What it does to which record, for those who hear it among many of its kind. */
  readonly label: string;
  readonly act: Act;
  /** What is left out where it is not for one's role; what stands on the button when absent. */
  readonly name?: string;
  /** It is done already, by whomever. */
  readonly done?: boolean;
  save(): Promise<Receipt>;
}): ReactNode {
  const { children, label, act, name = children, done, save } = props;
  const offered = useOffered(act, name);
  const saving = useSave();
  if (!offered) return null;
  return (
    <fieldset className="save-button" aria-label={label}>
      <Button
        size="xsmall"
        variant="secondary"
        type="button"
        disabled={done}
        aria-label={label}
        loading={saving.state.status === 'saving'}
        onClick={() => saving.start(save)}
      >
        {children}
      </Button>
      <Outcome of={saving.state} />
    </fieldset>
  );
}

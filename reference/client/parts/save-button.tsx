import { Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Outcome } from './outcome.tsx';
import { type Receipt, useSave } from './use-save.ts';

/** A single button that saves one thing in a row, and says what came of it beside itself. */
export function SaveButton(props: {
  readonly children: string;
  /** What it does to which record, for those who hear it among many of its kind. */
  readonly label: string;
  /** It is done already, by whomever. */
  readonly done?: boolean;
  save(): Promise<Receipt>;
}): ReactNode {
  const { children, label, done, save } = props;
  const saving = useSave();
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

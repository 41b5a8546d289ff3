import { Alert } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/language.tsx';
import type { Saving } from './use-save.ts';

/** What came of a save, said aloud by screen readers: done with its number, a no in the system's words, or a fault. */
export function Outcome({ of: state }: { readonly of: Saving }): ReactNode {
  const { common } = useTexts();
  return (
    <>
      <div role="status">
        {state.status === 'saved' && (
          <Alert variant="success" size="small" inline>
            {common.saved(state.receipt.number)}
          </Alert>
        )}
      </div>
      {state.status === 'refused' && (
        <Alert variant="error" size="small" role="alert">
          <strong>{common.refused}</strong> {state.reason}
        </Alert>
      )}
      {state.status === 'broken' && (
        <Alert variant="warning" size="small" role="alert">
          <strong>{common.technicalFault}</strong> {common.couldNotSave(state.problem)}
        </Alert>
      )}
    </>
  );
}

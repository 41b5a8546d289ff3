import { Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/language.tsx';

export const TRIAGE = ['red', 'orange', 'yellow', 'green', 'blue'] as const;
type Triage = (typeof TRIAGE)[number];

const isTriage = (colour: string): colour is Triage => TRIAGE.includes(colour as Triage);

/** The triage colour in words, on that colour. */
export function TriageTag({ colour }: { readonly colour: string | undefined }): ReactNode {
  const { triage } = useTexts();
  if (colour === undefined || !isTriage(colour)) return '–';
  return (
    <Tag size="small" className={`triage triage-${colour}`}>
      {triage[colour]}
    </Tag>
  );
}

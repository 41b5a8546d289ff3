import type { DocumentReference } from '@medplum/fhirtypes';
import { BodyShort, Detail, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { codeIn } from '../fhir/concepts.ts';
import { numberOf } from '../fhir/numbers.ts';
import { textOf } from '../fhir/plain-text.ts';
import { useTexts } from '../texts/language.tsx';
import { Moment } from './moment.tsx';
import { WrittenText } from './written-text.tsx';

/** Documents with their whole text, as they were written. */
export function DocumentList(props: { readonly documents: readonly DocumentReference[] }): ReactNode {
  const { documents: t, common } = useTexts();
  if (props.documents.length === 0) return <BodyShort className="nothing">{common.nothing}</BodyShort>;
  return props.documents.map((document) => {
    const code = codeIn(SYSTEMS.genrep, document.type);
    const kind = t[code as keyof typeof t] ?? t.note;
    const name = `${kind} ${numberOf(document)}`;
    return (
      <article key={document.id} className="entry" aria-label={name}>
        <Heading level="3" size="xsmall">
          {name}
        </Heading>
        <Detail textColor="subtle">
          <Moment at={document.date} /> {document.author?.[0]?.display}
        </Detail>
        <WrittenText name={common.textOf(name)}>{textOf(document)}</WrittenText>
      </article>
    );
  });
}

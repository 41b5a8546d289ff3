import type { DocumentReference } from '@medplum/fhirtypes';
import { BodyShort, Detail, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { codeIn } from '../fhir/concepts.ts';
import { numberOf } from '../fhir/numbers.ts';
import { textOf } from '../fhir/plain-text.ts';
import { useTexts } from '../texts/language.tsx';
import { Mistakes, standing } from './mistakes.tsx';
import { Moment } from './moment.tsx';
import { Undo } from './undo.tsx';
import { WrittenText } from './written-text.tsx';

/** Documents with their whole text, as they were written. */
export function DocumentList(props: {
  readonly documents: readonly DocumentReference[];
  /** Where what one wrote oneself can be taken back. */
  readonly undone?: () => void;
}): ReactNode {
  const { documents: t, common, undo } = useTexts();
  const { undone } = props;
  const documents = standing(props.documents);
  const entries = documents.map((document) => {
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
        {undone && <Undo entry={document} what={undo.entries.note} done={undone} />}
      </article>
    );
  });
  return (
    <>
      {entries.length === 0 ? <BodyShort className="nothing">{common.nothing}</BodyShort> : entries}
      {undone && <Mistakes of={props.documents} what={undo.entries.note} words={textOf} />}
    </>
  );
}

import type { Resource } from '@medplum/fhirtypes';
import { Detail, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { authorOf, isMistake } from '../../authority/mistakes.ts';
import { numberOf } from '../fhir/numbers.ts';
import { useTexts } from '../texts/language.tsx';
import { Moment } from './moment.tsx';

/** What was entered by mistake, struck through, with who took it back and when. */
export function Mistakes<T extends Resource>(props: {
  readonly of: readonly T[];
  /** 'mätvärden' */
  readonly what: string;
  words(entry: T): string;
}): ReactNode {
  const { what, words } = props;
  const { undo: t } = useTexts();
  const entries = props.of.filter(isMistake);
  if (entries.length === 0) return null;
  return (
    <section aria-label={t.mistakeOf(what)}>
      <Heading level="3" size="xsmall">
        {t.mistakes}
      </Heading>
      {entries.map((entry) => (
        <article key={entry.id} className="entry" aria-label={t.mistakeOf(`${what} ${numberOf(entry)}`)}>
          <del className="written-text">
            {what} {numberOf(entry)}: {words(entry)}
          </del>
          <Detail textColor="subtle">
            {t.takenBackBy} {authorOf(entry)?.display ?? '–'}, <Moment at={entry.meta?.lastUpdated} />
          </Detail>
        </article>
      ))}
    </section>
  );
}

/** What still stands of some records. */
export const standing = <T extends Resource>(entries: readonly T[]): readonly T[] =>
  entries.filter((entry) => !isMistake(entry));

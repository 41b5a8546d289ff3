import { Alert, Button, Heading, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { asksForEyes, type Entry } from '../entries/entry.ts';
import { useHomeCare } from '../home-care-context.tsx';
import { useClock, useTexts } from '../texts/texts.tsx';

const VARIANTS = { waiting: 'warning', stands: 'success', refused: 'error', overtaken: 'error' } as const;

/** What was written on the device, with where each of it is on its way; the latest first. */
export function EntryList({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const { entries: words } = useTexts();
  return (
    <section aria-labelledby="entries">
      <Heading level="2" size="small" id="entries">
        {words.title}
      </Heading>
      {entries.length === 0 && <p>{words.none}</p>}
      <ul className="entries">
        {entries
          .toSorted((one, other) => other.at.localeCompare(one.at))
          .map((entry) => (
            <li
              key={entry.id}
              data-entry={entry.id}
              data-state={entry.state}
              data-reference={entry.reference}
            >
              <EntryLine entry={entry} />
            </li>
          ))}
      </ul>
    </section>
  );
}

function EntryLine({ entry }: { readonly entry: Entry }): ReactNode {
  const { entries: words } = useTexts();
  const homeCare = useHomeCare();
  const clock = useClock();
  const { state, at, said, standing } = entry;
  if (!asksForEyes(entry)) {
    return (
      <>
        <span>
          <time dateTime={at}>{clock(at)}</time> {entry.words}
        </span>
        <Tag size="small" variant={VARIANTS[state]}>
          {words[state]}
        </Tag>
      </>
    );
  }
  return (
    <Alert variant="error" size="small">
      <p>
        <time dateTime={at}>{clock(at)}</time> {entry.words}
      </p>
      <p>
        {words[state]} {said ?? ''}
        {standing !== undefined &&
          `${clock(standing.start)} ${standing.description ?? ''} (${standing.status})`}
      </p>
      <Button size="small" variant="secondary" onClick={() => void homeCare.seen(entry)}>
        {words.seen}
      </Button>
    </Alert>
  );
}

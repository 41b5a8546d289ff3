import { Heading, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Entry } from '../entries/entry.ts';
import { useKnown } from '../home-care-context.tsx';
import type { Visit } from '../kept/round.ts';
import { useClock, useTexts } from '../texts/texts.tsx';
import { EntryList } from './entry-list.tsx';

/** The visits of the day, in their order. */
export function RoundPage(): ReactNode {
  const { visits, entries, device } = useKnown();
  const texts = useTexts();
  const own = entries.filter(({ author }) => author === device.signIn?.userName);
  return (
    <>
      <Heading level="1" size="medium">
        {texts.app.round}
      </Heading>
      {visits.length === 0 && device.inTouchAt !== undefined && <p>{texts.round.none}</p>}
      <ol className="round">
        {visits.map((visit) => (
          <li key={visit.id}>
            <VisitCard visit={visit} entries={own.filter((entry) => entry.visit === visit.id)} />
          </li>
        ))}
      </ol>
      <EntryList entries={own} />
    </>
  );
}

function VisitCard({
  visit,
  entries,
}: {
  readonly visit: Visit;
  readonly entries: readonly Entry[];
}): ReactNode {
  const { round } = useTexts();
  const clock = useClock();
  const { person, appointment } = visit;
  const isDone = appointment.status === 'fulfilled' || entries.some(({ kind }) => kind === 'visited');
  const unsent = entries.filter(({ state }) => state === 'waiting').length;
  return (
    <Link to={`/visit/${visit.id}`} className="visit-card">
      <span className="when">{clock(appointment.start)}</span>
      <span className="who">
        <strong>{person.name}</strong>
        <span>{person.identityNumber}</span>
        <span>{person.address}</span>
        <span>{appointment.description}</span>
      </span>
      <span className="how">
        <Tag size="small" variant={isDone ? 'success' : 'neutral'}>
          {isDone ? round.done : round.planned}
        </Tag>
        {unsent > 0 && (
          <Tag size="small" variant="warning">
            {round.unsent(unsent)}
          </Tag>
        )}
      </span>
    </Link>
  );
}

import { Alert, Button, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { visited } from '../entries/facts.ts';
import { useHomeCare, useKnown } from '../home-care-context.tsx';
import type { Visit } from '../kept/round.ts';
import { useTexts } from '../texts/texts.tsx';
import { DrugList } from './drug-list.tsx';
import { EntryList } from './entry-list.tsx';
import { FallForm } from './forms/fall-form.tsx';
import { MeasurementForm } from './forms/measurement-form.tsx';
import { WoundForm } from './forms/wound-form.tsx';

/** One visit: who it is, what to know, what can be done. */
export function VisitPage(): ReactNode {
  const { id } = useParams();
  const { visits, entries } = useKnown();
  const { app, visit: words } = useTexts();
  const visit = visits.find((each) => each.id === id);
  return (
    <>
      <Link to="/">{app.back}</Link>
      {visit === undefined ? (
        <Alert variant="warning">{words.notHere}</Alert>
      ) : (
        <VisitAtHome key={visit.id} visit={visit} />
      )}
      {visit !== undefined && <EntryList entries={entries.filter((entry) => entry.visit === id)} />}
    </>
  );
}

function VisitAtHome({ visit }: { readonly visit: Visit }): ReactNode {
  const { visit: words } = useTexts();
  const { person, allergies, issues } = visit;
  return (
    <>
      <Heading level="1" size="medium">
        {person.name}
      </Heading>
      <p>
        {person.identityNumber}
        <br />
        {person.address}
      </p>
      {allergies.length > 0 && (
        <Alert variant="warning" size="small">
          {words.allergies}: {allergies.map(({ code }) => code?.text ?? '').join(', ')}
        </Alert>
      )}
      {issues.length > 0 && (
        <section aria-label={words.issues}>
          {issues.map(({ id, detail }) => (
            <Alert key={id} variant="error" size="small">
              {detail}
            </Alert>
          ))}
        </section>
      )}
      <DrugList visit={visit} />
      <MeasurementForm visit={visit} />
      <FallForm visit={visit} />
      <WoundForm visit={visit} />
      <FinishVisit visit={visit} />
    </>
  );
}

function FinishVisit({ visit }: { readonly visit: Visit }): ReactNode {
  const homeCare = useHomeCare();
  const { entries } = useKnown();
  const { visit: words } = useTexts();
  const { appointment } = visit;
  const isDone =
    appointment.status === 'fulfilled' ||
    entries.some(
      ({ visit: id, kind, state }) => id === visit.id && kind === 'visited' && state !== 'overtaken',
    );
  const finish = () =>
    homeCare.write(visit, {
      kind: 'visited',
      words: words.finish,
      what: (stamp) => ({
        changes: visited(appointment, stamp),
        version: appointment.meta?.versionId ?? '',
      }),
    });
  return (
    <Button className="finish" disabled={isDone} onClick={() => void finish()}>
      {words.finish}
    </Button>
  );
}

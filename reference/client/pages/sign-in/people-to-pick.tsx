import { BodyShort, Button, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import type { Person } from '../../directory.ts';
import { RecordTable } from '../../parts/record-table.tsx';
import { useGate } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';

/** Some of the people who are patients here: to look for when one works, or to be. */
export function PeopleToPick({ people }: { readonly people: readonly Person[] }): ReactNode {
  const { signIn } = useGate();
  const { signIn: t } = useTexts();
  return (
    <section aria-labelledby="people">
      <Heading level="2" size="small" id="people">
        {t.people}
      </Heading>
      <BodyShort>{people.length === 0 ? t.nobody : t.peopleHelp}</BodyShort>
      {people.length > 0 && (
        <RecordTable
          name={t.people}
          rows={people.map((person) => ({ ...person, id: person.userName }))}
          columns={[
            { heading: t.name, names: true, cell: ({ name }) => name },
            { heading: t.identityNumber, cell: ({ userName }) => userName },
            { heading: t.born, cell: ({ birthDate }) => birthDate ?? '–' },
            {
              heading: t.wayIn,
              cell: ({ userName, name }) => (
                <Button
                  size="xsmall"
                  variant="tertiary"
                  aria-label={t.asPatient(name)}
                  onClick={() => signIn(userName)}
                >
                  {t.wayInAsPatient}
                </Button>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

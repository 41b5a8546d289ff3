import { Button, Heading } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Kind } from '../../entries/entry.ts';
import type { Writing } from '../../home-care.ts';
import { useHomeCare } from '../../home-care-context.tsx';
import type { Visit } from '../../kept/round.ts';
import { useTexts } from '../../texts/texts.tsx';

/**
 * A form that is closed until it is needed. What it says is kept on the device before anybody is told so.
 * @param read reads the fields; undefined where they do not say what they must, and the fields tell it themselves
 */
export function HomeForm({
  visit,
  kind,
  name,
  read,
  children,
}: {
  readonly visit: Visit;
  readonly kind: Exclude<Kind, 'dose' | 'visited'>;
  readonly name: string;
  readonly read: (fields: FormData) => Promise<Omit<Writing, 'kind'> | undefined>;
  readonly children: ReactNode;
}): ReactNode {
  const homeCare = useHomeCare();
  const { visit: words } = useTexts();
  const [isKept, setKept] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setKept(false);
    const writing = await read(new FormData(form));
    if (writing === undefined) return;
    await homeCare.write(visit, { kind, ...writing });
    form.reset();
    setKept(true);
  };
  return (
    <details className="home-form">
      <summary>
        <Heading level="2" size="xsmall" as="span">
          {name}
        </Heading>
      </summary>
      <form aria-label={name} onSubmit={(event) => void save(event)} noValidate>
        {children}
        <Button size="small">{words.save(words.things[kind])}</Button>
        <p role="status">{isKept && words.kept}</p>
      </form>
    </details>
  );
}

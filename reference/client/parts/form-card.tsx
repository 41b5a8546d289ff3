import { Button, Heading } from '@navikt/ds-react';
import type { FormEvent, ReactNode } from 'react';
import { useRef } from 'react';
import type { Act } from '../session/acts.ts';
import { useOffered } from './offered.tsx';
import { Outcome } from './outcome.tsx';
import { type Receipt, useSave } from './use-save.ts';

/** The fields of a form that was sent, by name. */
export interface Values {
  text(name: string): string;
  number(name: string): number;
}

/**
 * A form that saves one thing and says what came of it. It is not there for those who may not do what it is for.
 */
export function FormCard(props: {
  readonly name: string;
  readonly submit: string;
  /** What it is for; without, anybody may. */
  readonly act?: Act;
  /** Nothing more to send: it is done already. */
  readonly done?: boolean;
  readonly children?: ReactNode;
  save(values: Values): Promise<Receipt>;
}): ReactNode {
  const { name, submit, act, done, children, save } = props;
  const offered = useOffered(act, name);
  const form = useRef<HTMLFormElement>(null);
  const saving = useSave();

  if (!offered) return null;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const values = valuesOf(new FormData(event.currentTarget));
    saving.start(
      () => save(values),
      () => form.current?.reset(),
    );
  };
  return (
    <form className="form-card" aria-label={name} onSubmit={send} ref={form}>
      <Heading level="2" size="xsmall">
        {name}
      </Heading>
      {children !== undefined && <div className="fields">{children}</div>}
      <div>
        <Button size="small" type="submit" disabled={done} loading={saving.state.status === 'saving'}>
          {submit}
        </Button>
      </div>
      <Outcome of={saving.state} />
    </form>
  );
}

const valuesOf = (data: FormData): Values => ({
  text: (name) => String(data.get(name) ?? ''),
  number: (name) => Number(String(data.get(name)).replace(',', '.')),
});

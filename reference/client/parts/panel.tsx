import { ArrowsCirclepathIcon } from '@navikt/aksel-icons';
import { Alert, Button, Heading, Skeleton } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import type { Live } from '../live/use-live.ts';
import { useTexts } from '../texts/language.tsx';

/** A part of a page that shows something read from the server, with its own way to read it again. */
export function Panel<T>(props: {
  readonly name: string;
  readonly live: Live<T>;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const { name, live, children } = props;
  const { common } = useTexts();
  return (
    <section className="panel" aria-label={name}>
      <header className="panel-head">
        <Heading level="2" size="small">
          {name}
        </Heading>
        <Button
          size="small"
          variant="tertiary"
          data-color="neutral"
          icon={<ArrowsCirclepathIcon aria-hidden />}
          aria-disabled={live.loading}
          onClick={live.refresh}
        >
          {live.loading ? common.reading : common.refresh}
        </Button>
      </header>
      {live.problem !== undefined && (
        <Alert variant="error" size="small" role="alert">
          <strong>{common.technicalFault}</strong> {common.couldNotRead(live.problem.message)}
        </Alert>
      )}
      {live.data === undefined
        ? live.problem === undefined && <Skeleton variant="rounded" height="6rem" />
        : children(live.data)}
    </section>
  );
}

import { Search } from '@navikt/ds-react';
import type { ReactNode } from 'react';

/** Narrows a list down while one writes. */
export function ListSearch(props: {
  readonly label: string;
  readonly value: string;
  onChange(wanted: string): void;
}): ReactNode {
  return (
    <search className="list-search">
      <Search size="small" variant="simple" hideLabel={false} autoComplete="off" {...props} />
    </search>
  );
}

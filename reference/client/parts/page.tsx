import { Heading } from '@navikt/ds-react';
import { type ReactNode, useEffect } from 'react';

/** A page with its heading, which is also the title of the browser's tab. */
export function Page(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const { title, children } = props;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="page">
      <Heading level="1" size="medium">
        {title}
      </Heading>
      {children}
    </div>
  );
}

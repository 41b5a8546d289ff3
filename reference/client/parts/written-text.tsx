import type { ReactNode } from 'react';

/** Text exactly as somebody wrote it: every character, space and line break. */
export const WrittenText = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: string;
}): ReactNode => (
  <section aria-label={name} className="written-text">
    {children}
  </section>
);

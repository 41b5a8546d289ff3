/**
 * Waits for several things that go on at the same time. When one of them breaks, the signal that they were begun with is
 * aborted; the first error is thrown when the last of them has ended, so that nothing is left running.
 */
export async function together(
  signal: AbortSignal,
  begin: (signal: AbortSignal) => readonly Promise<unknown>[],
): Promise<void> {
  const broken = new AbortController();
  let first: { readonly error: unknown } | undefined;
  const works = begin(AbortSignal.any([signal, broken.signal])).map((work) =>
    work.catch((error: unknown) => {
      first ??= { error };
      broken.abort();
    }),
  );
  await Promise.all(works);
  if (first !== undefined) throw first.error;
}

/** The n-th of so many equal parts, as k6 and its operator write execution segments. */
export function segmentOf(index: number, segments: number): { own: string; sequence: string } {
  const bound = (at: number): string => (at === 0 ? '0' : at === segments ? '1' : `${at}/${segments}`);
  return {
    own: `${bound(index)}:${bound(index + 1)}`,
    sequence: Array.from({ length: segments + 1 }, (_, at) => bound(at)).join(','),
  };
}

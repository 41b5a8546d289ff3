/** When each customer of D/D/c begins, first come first served: whichever server is free first takes the next. */
export function beginnings(comes: readonly number[], service: number, servers: number): number[] {
  const freeAt = new Array<number>(servers).fill(0);
  return comes.map((come) => {
    const earliest = freeAt.indexOf(Math.min(...freeAt));
    const begins = Math.max(come, freeAt[earliest] ?? 0);
    freeAt[earliest] = begins + service;
    return begins;
  });
}

/** Which places have a browser that listens at this moment. */
export class Tablets {
  readonly #listening = new Map<string, number>();

  /** One more listens for a place; answers how to tell that it does not any more. */
  connected(seat: string): () => void {
    this.#add(seat, 1);
    return () => this.#add(seat, -1);
  }

  isConnected(seat: string): boolean {
    return (this.#listening.get(seat) ?? 0) > 0;
  }

  #add(seat: string, by: number): void {
    this.#listening.set(seat, (this.#listening.get(seat) ?? 0) + by);
  }
}

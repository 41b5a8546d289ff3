/** A fault that cannot be switched on, or cannot be read; the message is one sentence for the one who asked. */
export class FaultError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FaultError';
  }
}

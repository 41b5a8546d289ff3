import type { RefusalKind } from '../../domain/refusal.ts';

/** The system said no to the one who asked, in these words. */
export class Refused extends Error {
  readonly kind: RefusalKind;

  constructor(reason: string, kind: RefusalKind) {
    super(reason);
    this.name = 'Refused';
    this.kind = kind;
  }
}

/** A write was sent and it cannot be told whether it was done. */
export class Unsettled extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Unsettled';
  }
}

/** What was read does not suffice to say that something is not there. */
export class Unsure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unsure';
  }
}

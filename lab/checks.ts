import type { LabChecked } from '../domain/lab-evidence.ts';
import type { Lab } from './lab.ts';
import type { Tablets } from './tablets.ts';

/** Something that must be in place before people begin. */
export interface Check {
  readonly what: LabChecked['what'];
  /** The place that it is about; the whole lab when absent. */
  readonly seat?: string;
  /** Answers how much it looked at, if that says anything; rejects with what is wrong. */
  readonly look: () => Promise<string | undefined>;
}

/** Looks at each thing, and records whether it is in place; one that is not hinders no other. */
export async function checkAll(lab: Lab, checks: readonly Check[]): Promise<void> {
  await Promise.all(
    checks.map(async ({ what, seat, look }) => {
      const of = { type: 'lab-checked' as const, what, ...(seat === undefined ? {} : { seat }) };
      try {
        const says = await look();
        await lab.record({ ...of, isThere: true, ...(says === undefined ? {} : { says }) });
      } catch (error) {
        const says = error instanceof Error ? error.message : String(error);
        await lab.record({ ...of, isThere: false, says });
      }
    }),
  );
}

/** Whether the tablet of each place that nobody has taken away listens. */
export const tabletChecks = (lab: Lab, tablets: Tablets): readonly Check[] =>
  lab.state.seats
    .filter(({ presence }) => presence !== 'gone')
    .map(({ seat }) => ({
      what: 'tablet',
      seat: seat.id,
      async look() {
        if (!tablets.isConnected(seat.id)) throw new Error('Ingen enhet med platsens kod har sidan öppen.');
        return undefined;
      },
    }));

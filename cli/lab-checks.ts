import { request } from 'undici';
import type { DayPlan } from '../domain/care-day.ts';
import { SECOND } from '../domain/time.ts';
import type { Check } from '../lab/checks.ts';
import type { LabState } from '../lab/state.ts';
import { SystemError } from '../systems/care-system.ts';
import { completed } from '../systems/sign-in-files.ts';
import type { Run } from './with-run.ts';

/** So many patients are made known at the same time. */
const AT_ONCE = 4;

/** What of the system under test must be in place before people begin: itself, its pages, each role's login, each patient. */
export function systemChecks(
  { systems, profile, journal }: Run,
  { flows, units }: Pick<DayPlan, 'flows' | 'units'>,
  state: LabState,
): readonly Check[] {
  const system = systems.byChannel.api;
  const { ui } = completed(profile);
  const unitOf = (key: string) => units.find((unit) => unit.key === key);
  return [
    {
      what: 'system',
      async look() {
        const { name, software, version } = systems.description;
        const [first] = flows;
        if (first !== undefined) await known(first);
        return `${name}, ${software} ${version}`;
      },
    },
    ...(ui === undefined ? [] : [{ what: 'pages' as const, look: () => answers(ui.address) }]),
    {
      what: 'patients',
      async look() {
        const left = [...flows];
        const next = async (): Promise<void> => {
          for (let planned = left.shift(); planned !== undefined; planned = left.shift())
            await known(planned);
        };
        await Promise.all(Array.from({ length: AT_ONCE }, next));
        return `${flows.length} patienter`;
      },
    },
    ...state.seats
      .filter(({ presence }) => presence !== 'gone')
      .map(({ seat }): Check => {
        const unit = unitOf(seat.unit);
        return {
          what: 'login',
          seat: seat.id,
          async look() {
            if (system.signIn === undefined || unit === undefined)
              throw new SystemError('sign-in', 'Genrep kan inte pröva inloggning i det här systemet.');
            await system.signIn({ role: seat.role, unit: seat.kind }, unit);
            return undefined;
          },
        };
      }),
  ];

  /** A patient and the units of the flow; what was made for it stands in the evidence, as when its flow begins. */
  async function known({ instance, patient, units: at }: DayPlan['flows'][number]): Promise<void> {
    const keys = Object.values(at);
    const made = await system.introduce(
      patient,
      units.filter(({ key }) => keys.includes(key)),
    );
    if (made !== undefined && made.length > 0) journal.sink({ type: 'introduced', instance, made });
  }
}

/** Whether somebody answers at an address, whatever the answer. */
async function answers(address: string): Promise<undefined> {
  try {
    const { body } = await request(address, { headersTimeout: 10 * SECOND, bodyTimeout: 10 * SECOND });
    await body.dump();
    return undefined;
  } catch (error) {
    throw new SystemError('unreachable', `Ingen svarar på ${address}.`, { cause: error });
  }
}

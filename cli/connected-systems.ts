import type { ActivityKind } from '../domain/activity.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { NotSupported } from '../domain/evidence.ts';
import type { Milliseconds } from '../domain/time.ts';
import { wallClock } from '../flows/clock.ts';
import type { CareSystem, Channel, SystemDescription } from '../systems/care-system.ts';
import type { WatchOptions } from '../systems/fhir-r4/watch/watch.ts';
import { hasApi, nobodyThere, openSystem } from '../systems/open-system.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { careAreas } from './care-areas.ts';
import { withItsPlace } from './unreachable.ts';

/** The drivers of a run, each connected. */
export interface ConnectedSystems {
  readonly byChannel: Readonly<Record<Channel, CareSystem>>;
  readonly description: SystemDescription;
  /** How far the system's clock is ahead of this one; absent where it does not tell. */
  readonly clockAhead?: Milliseconds;
  /** What the flows need and a driver cannot do here. */
  notSupported(flows: readonly CareFlow[]): NotSupported[];
  /** Safe to repeat. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly profile: SystemProfile;
  /** The channels that the plan uses; the api is always opened where there is one, since it makes people known. */
  readonly channels: ReadonlySet<Channel>;
  /** Folder for the traces and pictures of failed steps. */
  readonly recordings: string;
  /** Whether traces hold the pages as they were. */
  readonly pageSnapshots: boolean;
  /** How the run is watched beside its steps; not at all when absent. */
  readonly watch?: WatchOptions;
  readonly signal: AbortSignal;
}

export async function connectSystems({
  profile,
  channels,
  recordings,
  pageSnapshots,
  watch,
  signal,
}: ConnectOptions): Promise<ConnectedSystems> {
  const clock = wallClock(signal);
  const watched = watch === undefined ? {} : { watch };
  const areas = await careAreas();
  const opened: CareSystem[] = [];
  const close = async (): Promise<void> => {
    for (const system of opened.splice(0).toReversed()) await system.close();
  };
  try {
    const pagesAlone = profile.ui?.driver === 'screens' && !hasApi(profile);
    const hooksAlone = profile.cdsHooks !== undefined && !hasApi(profile);
    const api =
      pagesAlone || hooksAlone
        ? nobodyThere(profile)
        : await openSystem({ profile, areas, channel: 'api', clock, recordings, ...watched });
    opened.push(api);
    let description = await api.connect();
    const clockAhead = api.clockAhead?.();
    let ui = api;
    if (channels.has('ui')) {
      ui = await openSystem({ profile, areas, channel: 'ui', clock, recordings, pageSnapshots, ...watched });
      opened.push(ui);
      const shown = await ui.connect();
      if (pagesAlone) description = shown;
    }
    return {
      byChannel: { api, ui },
      description,
      ...(clockAhead === undefined ? {} : { clockAhead }),
      notSupported: (flows) => notSupported(opened, flows),
      close,
    };
  } catch (error) {
    await close();
    throw withItsPlace(error, profile);
  }
}

function notSupported(systems: readonly CareSystem[], flows: readonly CareFlow[]): NotSupported[] {
  const activities = flows
    .flatMap(({ steps }) => steps)
    .flatMap(({ activity }) => (activity.type === 'wait' ? [] : [activity]));
  return systems.flatMap(({ channel, capability }) => {
    const found = new Map<ActivityKind, NotSupported>();
    for (const activity of activities) {
      const { kind } = activity;
      const can = capability(kind, activity);
      if (!can.supported) found.set(kind, { type: 'not-supported', channel, kind, reason: can.reason });
    }
    return [...found.values()];
  });
}

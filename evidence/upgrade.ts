import { EVIDENCE_VERSION } from '../domain/evidence.ts';
import { flowNamer } from './upgrade/flow-names.ts';
import activities from './version-2-activities.json' with { type: 'json' };

type Fields = Readonly<Record<string, unknown>>;

/** What one version of the events lacks of the next, from what the record knows; one step of the way a version. */
type Upgrade = (event: Fields, at: number) => Fields;

/** By the version it upgrades from; each journal is upgraded by its own. */
const UPGRADES: Readonly<Record<number, () => Upgrade>> = {
  /** Version 2 says when a flow and a task began; the record of it was made in the same moment. */
  1: () => (event, at) => {
    switch (event.type) {
      case 'run-started':
        return { ...event, evidenceVersion: 2 };
      case 'flow-started':
      case 'step-started':
        return { ...event, startedAt: at };
      default:
        return event;
    }
  },
  /** Version 3 knows flows by their titles and says what its kinds of step are; until then there were only these. */
  2: () => {
    const named = flowNamer();
    return (event) => (event.type === 'run-started' ? { ...named(event), activities } : named(event));
  },
  /** Version 4 says what monitors saw; before, nobody watched. */
  3: () => (event) => (event.type === 'run-started' ? { ...event, evidenceVersion: 4 } : event),
  /** Version 5 tells of labs; until then there were none. */
  4: () => (event) => (event.type === 'run-started' ? { ...event, evidenceVersion: 5 } : event),
  /** Version 6 tells what people of a lab were asked when the day was over, and what was marked; before, nobody was. */
  5: () => (event) => (event.type === 'run-started' ? { ...event, evidenceVersion: 6 } : event),
  /** Version 7 tells of decks of decision support; until then nobody asked one. */
  6: () => (event) => (event.type === 'run-started' ? { ...event, evidenceVersion: 7 } : event),
  /** Version 8 tells of migrations that were compared, matrices of access and pictures in labs; until then there were none. */
  7: () => (event) => (event.type === 'run-started' ? { ...event, evidenceVersion: 8 } : event),
  /** Version 9 tells of drills, and of what a matrix of access made; until then a drill left a page of its own. */
  8: () => (event) => (event.type === 'run-started' ? { ...event, evidenceVersion: 9 } : event),
};

/** Makes the events of a journal those of this Genrep's version; the journal's own version is in its first event. */
export class Upgrader {
  #version: number | undefined;
  #steps: readonly Upgrade[] = [];

  /** @param at epoch milliseconds of the record */
  upgrade(event: unknown, at: number): unknown {
    if (this.#version === undefined) {
      this.#version = versionIn(event);
      this.#steps = upgradesFrom(this.#version);
    }
    return isFields(event) ? this.#steps.reduce((old, upgrade) => upgrade(old, at), event) : event;
  }
}

const upgradesFrom = (from: number): Upgrade[] =>
  Object.entries(UPGRADES).flatMap(([version, upgrade]) => (Number(version) < from ? [] : [upgrade()]));

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function versionIn(event: unknown): number {
  const version = isFields(event) ? event.evidenceVersion : undefined;
  return typeof version === 'number' && version >= 1 ? version : EVIDENCE_VERSION;
}

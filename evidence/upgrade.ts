import { EVIDENCE_VERSION } from '../domain/evidence.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What one version of the events lacks of the next, from what the record knows; one step of the way a version. */
type Upgrade = (event: Fields, at: number) => Fields;

/** By the version it upgrades from. */
const UPGRADES: Readonly<Record<number, Upgrade>> = {
  /** Version 2 says when a flow and a task began; the record of it was made in the same moment. */
  1: (event, at) => {
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
};

/** Makes the events of a journal those of this Genrep's version; the journal's own version is in its first event. */
export class Upgrader {
  #version: number | undefined;

  /** @param at epoch milliseconds of the record */
  upgrade(event: unknown, at: number): unknown {
    this.#version ??= versionIn(event);
    let upgraded = event;
    for (let version = this.#version; version < EVIDENCE_VERSION; version += 1) {
      if (isFields(upgraded)) upgraded = UPGRADES[version]?.(upgraded, at) ?? upgraded;
    }
    return upgraded;
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function versionIn(event: unknown): number {
  const version = isFields(event) ? event.evidenceVersion : undefined;
  return typeof version === 'number' && version >= 1 ? version : EVIDENCE_VERSION;
}

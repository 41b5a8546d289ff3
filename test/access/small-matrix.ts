import { reconcile } from '../../access/audit.ts';
import { allCells } from '../../access/cells.ts';
import { journaled } from '../../access/journal.ts';
import { loadRules } from '../../access/load-rules.ts';
import { cedarOracle } from '../../access/oracle.ts';
import { readLog } from '../../access/read-log.ts';
import { tryRelations } from '../../access/relations.ts';
import { tryCell } from '../../access/try-cells.ts';
import { World } from '../../access/world.ts';
import type { AccessCell, AccessLogged, AccessTried, Standing } from '../../domain/access-evidence.ts';
import { wallClock } from '../../flows/clock.ts';
import { bornOn } from '../../generators/people/draw-patient.ts';
import { startReference } from '../../reference/server.ts';
import { WORD_FILES } from '../../reference/testing/words.ts';
import { openAccess } from '../../systems/open-access.ts';
import type { SystemProfile } from '../../systems/profile.ts';

/** A reference environment that is made to go wrong while it works, and a matrix to try on it again and again. */
export interface SmallMatrix {
  readonly cells: readonly AccessCell[];
  plant(fault: string): void;
  lift(fault: string): void;
  /** Lets the environment's clock go forward, milliseconds. */
  pass(time: number): void;
  /** Those that were wrong, or could not be told. */
  wrongIn(cells: readonly AccessCell[]): Promise<AccessTried[]>;
  /** Relations that did not hold, or could not be tried, by their ids. */
  brokenRelations(): Promise<string[]>;
  /** What was done from now on, in the log. */
  logOf(work: () => Promise<unknown>): Promise<AccessLogged>;
  close(): Promise<void>;
}

const PASSWORD = 'hemligt för test';

export async function startMatrix(): Promise<SmallMatrix> {
  const rules = loadRules('sverige');
  const oracle = cedarOracle(rules);
  let passed = 0;
  const reference = await startReference({
    port: 0,
    faults: [],
    isSteered: true,
    words: WORD_FILES,
    password: PASSWORD,
    now: () => Date.now() + passed,
    report: () => {},
    version: '0.0.0-test',
  });
  const profile: SystemProfile = {
    name: 'reference',
    environment: 'test',
    fhir: reference.fhir,
    signIn: {
      method: 'password',
      tokenEndpoint: reference.tokenEndpoint,
      clientId: 'genrep-robot',
      password: PASSWORD,
      staff: '{role}.{unit}.{shift}',
      patient: '{identifier}',
      registry: 'registry',
      migration: 'migration',
    },
  };
  const clock = wallClock();
  const door = journaled(openAccess(profile, clock));
  const world = new World({
    ...{ door, rules, run: 'test', clock },
    personFor: (key, age, protectedIdentity) =>
      bornOn(1, key, {
        ...{ birthDate: `${new Date().getUTCFullYear() - age}-01-01`, sex: 'female', protectedIdentity },
      }),
  });
  const standings = new Map(rules.standings.map((standing) => [standing.id, standing]));
  const { faults } = reference.steering;
  return {
    cells: allCells(rules, oracle),
    plant: (fault) => faults.plant(fault),
    lift: (fault) => faults.lift(fault),
    pass(time) {
      passed += time;
    },
    async wrongIn(cells) {
      const wrong: AccessTried[] = [];
      for (const cell of cells) {
        const tried = await tryCell(world, oracle, standings.get(cell.who) as Standing, cell);
        if (!isRight(tried)) wrong.push(tried);
      }
      return wrong;
    },
    async brokenRelations() {
      const tried = await tryRelations({ world, standings: rules.standings });
      return tried.filter((one) => one.broken > 0 || one.tried === 0).map(({ relation }) => relation);
    },
    async logOf(work) {
      const before = door.done.length;
      const from = Date.now() + passed;
      await work();
      const done = door.done.slice(before);
      const dates = `date=ge${new Date(from - 1).toISOString()}&date=le${new Date(Date.now() + passed).toISOString()}`;
      return reconcile(done, await readLog(door, door.accounts.registry, dates), passed);
    },
    async close() {
      await door.close();
      await reference.close();
    },
  };
}

function isRight({ expected, seen }: AccessTried): boolean {
  if (seen === 'not-covered' || seen === 'error') return false;
  return expected === 'may' || (expected === 'must') === (seen === 'shown');
}

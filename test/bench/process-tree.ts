import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc on every Linux that Node runs on. */
const TICKS = 100;

interface Process {
  readonly parent: number;
  readonly ticks: number;
}

/** Processor time of a process and of all it started, by looking now and then in /proc (Linux only). */
export class CpuOfTree {
  readonly #root: number;
  readonly #ticks = new Map<number, number>();

  constructor(root: number) {
    this.#root = root;
  }

  sample(): void {
    const processes = readProcesses();
    for (const [pid, { ticks }] of processes) {
      if (this.#belongs(pid, processes)) this.#ticks.set(pid, ticks);
    }
  }

  /** Seconds, of the root itself and of everything. */
  seconds(): { readonly root: number; readonly all: number } {
    const all = [...this.#ticks.values()].reduce((sum, ticks) => sum + ticks, 0);
    return { root: (this.#ticks.get(this.#root) ?? 0) / TICKS, all: all / TICKS };
  }

  #belongs(pid: number, processes: ReadonlyMap<number, Process>): boolean {
    for (
      let current: number | undefined = pid;
      current !== undefined;
      current = processes.get(current)?.parent
    ) {
      if (current === this.#root) return true;
    }
    return false;
  }
}

function readProcesses(): Map<number, Process> {
  const processes = new Map<number, Process>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const process = readProcess(name);
    if (process !== undefined) processes.set(Number(name), process);
  }
  return processes;
}

/** Fields after the name in parentheses: state, parent, …, user time (12th), system time (13th). */
function readProcess(pid: string): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    // It ended between the listing and the look.
    return undefined;
  }
}

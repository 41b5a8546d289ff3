/** One class of customers of M/G/1, the most urgent first. */
export interface PriorityClass {
  readonly arrivals: number;
  /** First and second moment of the service. */
  readonly service: number;
  readonly serviceSquared: number;
}

/** Pollaczek and Khinchine: the mean wait in M/G/1. */
export const waitInMG1 = (customers: PriorityClass): number => cobham([customers])[0] ?? Number.NaN;

/** Cobham 1954: the mean waits by class when nobody's service is broken off. */
export const cobham = (classes: readonly PriorityClass[]): number[] =>
  classes.map((_, k) => remainingWork(classes) / (spare(classes, k) * spare(classes, k + 1)));

/** The mean times in the system by class when service is broken off and goes on later (preemptive resume). */
export const preemptiveSojourns = (classes: readonly PriorityClass[]): number[] =>
  classes.map(
    ({ service }, k) =>
      service / spare(classes, k) +
      remainingWork(classes.slice(0, k + 1)) / (spare(classes, k) * spare(classes, k + 1)),
  );

/** What somebody who comes finds begun, on average. */
const remainingWork = (classes: readonly PriorityClass[]): number =>
  classes.reduce((sum, { arrivals, serviceSquared }) => sum + (arrivals * serviceSquared) / 2, 0);

/** The share of time that the most urgent classes leave. */
const spare = (classes: readonly PriorityClass[], count: number): number =>
  1 - classes.slice(0, count).reduce((sum, { arrivals, service }) => sum + arrivals * service, 0);

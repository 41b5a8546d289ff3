/** How a population is made and checked by many machines of a cluster. */
export interface JobOptions {
  /** 'genrep-population' and what is named after it. */
  readonly name: string;
  /** How many machines share the shards. */
  readonly parts: number;
  /** A container image with this version of Genrep, in which `npx genrep` runs. */
  readonly image: string;
  /** The PersistentVolumeClaim, one that many may write at the same time, on which the population lies. */
  readonly claim: string;
  /** What `genrep generate population` is to be told besides: '--people', '20000'. */
  readonly population: readonly string[];
}

/** One object of Kubernetes, ready to be written as YAML. */
export interface Job {
  readonly apiVersion: 'batch/v1';
  readonly kind: 'Job';
  readonly metadata: { readonly name: string; readonly labels: { readonly step: Step } };
  readonly spec: object;
}

const VOLUME = 'population';
const FOLDER = '/population';
/** A shard that a machine lost is taken up again by its next pod: what is whole is not made again. */
const TRIES = 3;

/**
 * Two indexed Jobs: one writes the shards, one checks them. Each pod takes the share of its index; what the shares come
 * to is put together by `genrep generate population` and `genrep generate check --collect` on the same volume.
 */
export const jobsOf = (options: JobOptions): readonly [make: Job, check: Job] => [
  jobOf(options, 'make', ['population', '--out', FOLDER, ...options.population]),
  jobOf(options, 'check', ['check', FOLDER]),
];

type Step = 'make' | 'check';

const jobOf = ({ name, parts, image, claim }: JobOptions, step: Step, args: readonly string[]): Job => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: `${name}-${step}`, labels: { step } },
  spec: {
    completionMode: 'Indexed',
    completions: parts,
    parallelism: parts,
    backoffLimitPerIndex: TRIES,
    template: {
      spec: {
        restartPolicy: 'Never',
        containers: [
          {
            name: 'genrep',
            image,
            // Indexes are counted from 0, shares from 1. What is told besides comes as arguments, which no shell reads.
            command: [
              'sh',
              '-c',
              `exec npx genrep generate "$@" --shard $((JOB_COMPLETION_INDEX + 1))/${parts}`,
            ],
            args: ['genrep', ...args],
            volumeMounts: [{ name: VOLUME, mountPath: FOLDER }],
          },
        ],
        volumes: [{ name: VOLUME, persistentVolumeClaim: { claimName: claim } }],
      },
    },
  },
});

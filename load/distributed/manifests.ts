import type { LoadPlanFacts } from '../../domain/load.ts';
import type { SystemProfile } from '../../systems/profile.ts';

export interface ManifestOptions {
  /** 'genrep-load' and what is made beside it. */
  readonly name: string;
  readonly facts: LoadPlanFacts;
  readonly profile: SystemProfile;
  /** The files that k6 runs, with their content; each small enough for a config map. */
  readonly files: ReadonlyMap<string, string>;
  /** More than these go on a volume of the cluster instead. */
  readonly mostConfigMaps?: number;
}

/** One object of Kubernetes, ready to be written as YAML. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [field: string]: unknown;
}

const IMAGE = 'grafana/k6:2.2.0';
const FOLDER = '/genrep';
const MOST_CONFIG_MAPS = 20;

/** What is made in the cluster at the moment of the start: a config map with when the plan begins. */
export const startName = (name: string): string => `${name}-start`;

/** What k6-operator runs: a TestRun, and config maps with the bundle and the plan. Secrets are referred to only. */
export function manifestsOf(options: ManifestOptions): Manifest[] {
  const { name, files, mostConfigMaps = MOST_CONFIG_MAPS } = options;
  const onVolume = files.size > mostConfigMaps;
  const maps = onVolume ? [] : configMapsOf(name, files);
  const volume = onVolume
    ? { name: 'genrep', persistentVolumeClaim: { claimName: name, readOnly: true } }
    : {
        name: 'genrep',
        projected: { sources: maps.map(({ metadata }) => ({ configMap: { name: metadata.name } })) },
      };
  return [...maps, testRunOf(options, volume)];
}

const configMapsOf = (name: string, files: ManifestOptions['files']): Manifest[] =>
  [...files].map(([file, content], index) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${name}-${index}` },
    data: { [file]: content },
  }));

const testRunOf = (
  { name, facts, profile }: ManifestOptions,
  volume: { readonly name: string },
): Manifest => ({
  apiVersion: 'k6.io/v1alpha1',
  kind: 'TestRun',
  metadata: { name },
  spec: {
    parallelism: facts.segments,
    // Generators on one machine would measure each other.
    separate: true,
    // k6 2 cannot be paused and needs not be: all begin at the same moment of the same clock.
    paused: 'false',
    quiet: 'true',
    arguments: '--log-format=raw --summary-mode=disabled --no-thresholds --no-usage-report',
    script: { localFile: `${FOLDER}/script.js` },
    runner: {
      image: IMAGE,
      env: [
        { name: 'K6_AUTO_EXTENSION_RESOLUTION', value: 'false' },
        { name: 'GOGC', value: '400' },
        {
          name: 'GENREP_BEGAN_AT',
          valueFrom: { configMapKeyRef: { name: startName(name), key: 'beganAt' } },
        },
        ...variablesIn(profile).map((variable) => ({
          name: variable,
          valueFrom: { secretKeyRef: { name, key: variable } },
        })),
      ],
      volumes: [volume],
      volumeMounts: [{ name: volume.name, mountPath: FOLDER, readOnly: true }],
    },
  },
});

/** The names of the environment variables that a profile takes values from. */
export const variablesIn = (profile: SystemProfile): string[] => [
  ...new Set(
    [...JSON.stringify(profile).matchAll(/"env:([A-Za-z_][A-Za-z0-9_]*)"/g)].flatMap(
      ([, name]) => name ?? [],
    ),
  ),
];

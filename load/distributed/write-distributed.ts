import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { SystemProfile } from '../../systems/profile.ts';
import { filesIntoEnvironment, type WithoutFiles } from '../../systems/sign-in-files.ts';
import type { LoadPlan } from '../plan/load-plan.ts';
import { writeLoadFiles } from '../run/write-load-files.ts';
import { type Manifest, manifestsOf, startName, variablesIn } from './manifests.ts';

export interface DistributedOptions {
  readonly folder: string;
  readonly run: string;
  readonly load: string;
  readonly plan: LoadPlan;
  /** Files that say the areas of care in FHIR. */
  readonly areas: readonly string[];
  readonly profile: SystemProfile;
  /** The day as the user named it, to be named again when the logs come home. */
  readonly day: string;
}

const NAME = 'genrep-load';
/** A config map holds a mebibyte at the most. */
const MOST_PER_FILE = 900_000;

/** Writes what a cluster with k6-operator needs, and a note of how to start it and bring the result home. */
export async function writeDistributed(given: DistributedOptions): Promise<void> {
  // Keys reach the cluster as passwords do: by a secret.
  const { profile, files: keys } = filesIntoEnvironment(given.profile);
  const options = { ...given, profile };
  const { folder, plan } = options;
  const filesFolder = path.join(folder, 'files');
  const names = await writeLoadFiles({ ...options, folder: filesFolder, mostPerFile: MOST_PER_FILE });
  const files = new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(filesFolder, name), 'utf8')] as const),
    ),
  );
  const manifests = manifestsOf({ name: NAME, facts: plan.facts, profile, files });
  await mkdir(path.join(folder, 'logs'), { recursive: true });
  const yaml = manifests.map((manifest) => stringify(manifest)).join('---\n');
  await writeFile(path.join(folder, 'testrun.yaml'), yaml);
  await writeFile(path.join(folder, 'START.md'), startNote(manifests, keys, options));
}

function startNote(
  manifests: readonly Manifest[],
  keys: WithoutFiles['files'],
  { profile, plan, day }: DistributedOptions,
): string {
  const { facts } = plan;
  const variables = variablesIn(profile);
  const exports = Object.entries(keys)
    .map(([name, file]) => `export ${name}="$(cat ${JSON.stringify(file)})"\n`)
    .join('');
  const secret =
    variables.length === 0
      ? ''
      : `${exports}kubectl create secret generic ${NAME} ${variables.map((name) => `--from-literal=${name}="$${name}"`).join(' ')}\n`;
  const volume =
    manifests.length === 1 ? `# lägg innehållet i files/ på volymen ${NAME} (PersistentVolumeClaim)\n` : '';
  return `# Belastning i Kubernetes

${facts.planned} flöden i ${facts.segments} delar. Klustret behöver k6-operator; klockorna på noderna måste gå lika.

\`\`\`sh
${secret}${volume}kubectl create configmap ${startName(NAME)} --from-literal=beganAt=$(( ($(date +%s) + 180) * 1000 ))
kubectl create -f testrun.yaml
\`\`\`

Planen börjar tre minuter senare. När alla delar är klara hämtas vad de sade, en fil för varje del, och läggs ihop:

\`\`\`sh
for pod in $(kubectl get pods -l k6_cr=${NAME},runner=true -o name); do kubectl logs "$pod" > "logs/\${pod##*/}.log"; done
npx genrep load ${day} --collect .    # i samma version av Genrep; övriga val står i load.json
\`\`\`
`;
}

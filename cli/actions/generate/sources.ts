import { InputError } from '../../../domain/input-error.ts';
import type { Period } from '../../../generators/population.ts';
import type { PopulationSources } from '../../../generators/sources.ts';

/** Which people, and which part of their lives: what a population and one person of it are chosen by. */
export interface ChosenPeople {
  readonly seed: number;
  readonly people?: number;
  readonly region?: string;
  readonly kommun?: readonly string[];
  readonly stage?: string;
  readonly modules?: string;
  readonly testNumbers?: string;
  readonly until: string;
  readonly years: number;
  readonly since?: string;
}

/** What the options say of the people and their lives, in the words of the generators. */
export async function sourcesOf(options: ChosenPeople): Promise<PopulationSources & Period> {
  const { seed, people, region, modules, testNumbers, until, years, since, kommun, stage } = options;
  if (since !== undefined && since >= until) {
    throw new InputError(`--since ${since} måste vara före --until ${until}.`);
  }
  const municipalities = stage === undefined ? kommun : await municipalitiesOf(stage);
  return {
    seed,
    until,
    years,
    ...(people === undefined ? {} : { people }),
    ...(region === undefined ? {} : { region }),
    ...(municipalities === undefined ? {} : { municipalities }),
    ...(modules === undefined ? {} : { modules }),
    ...(testNumbers === undefined ? {} : { testNumbers }),
    ...(since === undefined ? {} : { since }),
  };
}

async function municipalitiesOf(stageName: string): Promise<readonly string[]> {
  const { loadStage } = await import('../../../scenarios/load-stage.ts');
  const { name, municipalities } = loadStage(stageName);
  if (municipalities === undefined) {
    throw new InputError(
      `Etappen ${name} säger inte vilka kommuner den gäller; lägg till "municipalities" i filen, eller välj med --kommun.`,
    );
  }
  return municipalities.codes;
}

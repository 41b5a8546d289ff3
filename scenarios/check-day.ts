import type { CareDay } from '../domain/care-day.ts';
import { InputError } from '../domain/input-error.ts';
import { didYouMean } from '../input/suggest.ts';
import type { YamlPath, YamlSource } from '../input/yaml-source.ts';
import { namesOf } from './find-scenario.ts';

/** What a schema cannot say of a day: names that must be unique or known, curves that must let somebody arrive. */
export function checkDay(day: CareDay, source: YamlSource): void {
  const refuse = (message: string, path: YamlPath): never => {
    throw new InputError(message, source.positionOf(path));
  };
  checkStage(day, refuse);
  checkUnits(day, refuse);
  checkCurves(day, refuse);
  checkMix(day, refuse);
}

type Refuse = (message: string, path: YamlPath) => never;

function checkStage({ stage }: CareDay, refuse: Refuse): void {
  const stages = namesOf('stages');
  if (stages.includes(stage)) return;
  const near = didYouMean(stage, stages) || '.';
  refuse(`Etappen "${stage}" finns inte${near} I scenarios/stages finns ${stages.join(', ')}.`, ['stage']);
}

function checkUnits({ units }: CareDay, refuse: Refuse): void {
  for (const property of ['key', 'hsaId'] as const) {
    const seen = new Set<string>();
    for (const [index, unit] of units.entries()) {
      if (seen.has(unit[property])) {
        refuse(`Två enheter har ${property} "${unit[property]}"; ge var och en sin egen.`, [
          'units',
          index,
          property,
        ]);
      }
      seen.add(unit[property]);
    }
  }
}

function checkCurves({ arrivals }: CareDay, refuse: Refuse): void {
  for (const [name, { hours }] of Object.entries(arrivals)) {
    if (hours.some((weight) => weight > 0)) continue;
    refuse(`Kurvan "${name}" har bara nollor; ge minst en timme en vikt över noll.`, [
      'arrivals',
      name,
      'hours',
    ]);
  }
}

function checkMix({ arrivals, mix }: CareDay, refuse: Refuse): void {
  const curves = Object.keys(arrivals);
  const seen = new Set<string>();
  for (const [index, share] of mix.entries()) {
    if (!curves.includes(share.arrivals)) {
      const near = didYouMean(share.arrivals, curves) || '.';
      refuse(`Kurvan "${share.arrivals}" finns inte${near} Under arrivals finns ${curves.join(', ')}.`, [
        'mix',
        index,
        'arrivals',
      ]);
    }
    if (seen.has(share.flow)) {
      refuse(`Flödet "${share.flow}" står två gånger i mix; slå ihop raderna.`, ['mix', index, 'flow']);
    }
    seen.add(share.flow);
  }
}

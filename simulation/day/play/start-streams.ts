import { type Body, startArrivals, type Tick } from '../../kernel/index.ts';
import type { ColourModel, Stream, StreamVariant } from '../model/day-model.ts';
import { arrivalsOf } from './arrivals.ts';
import { flowVisit } from './flow-visit.ts';
import type { Hospital } from './hospital.ts';
import { patient } from './patient.ts';
import type { Visit } from './visit.ts';

/** Lets the patients of streams come. */
export function startStreams(
  hospital: Hospital,
  seed: number,
  streams: readonly Stream[] = hospital.model.streams,
): void {
  const { model, draws, simulation } = hospital;
  for (const stream of streams) {
    startArrivals(simulation, stream.key, arrivalsOf(stream, model, draws, seed), (index) =>
      newcomer(hospital, stream, index),
    );
  }
}

/** One who comes; nobody when its place is closed and it does not move. */
function* newcomer(hospital: Hospital, stream: Stream, index: number): Body {
  const { simulation } = hospital;
  const variant = stream.variants[index % stream.variants.length];
  const places = variant && openPlaces(hospital, stream, variant.places, index);
  if (variant === undefined || places === undefined) return;
  const { steps, flow } = variant;
  if (flow !== undefined) {
    const { key, priority } = stream;
    yield* flowVisit(hospital, { entity: { purpose: key, number: index }, flow, places, priority });
    return;
  }
  const visit = visitOf(hospital, stream, index, places, simulation.now, false);
  yield* patient(hospital, visit, steps);
}

/** Where an instance goes when a ward may be closed. */
function openPlaces(
  { model: { closed }, draws }: Hospital,
  { key }: Stream,
  places: StreamVariant['places'],
  index: number,
): StreamVariant['places'] | undefined {
  if (closed === undefined || !Object.values(places).includes(closed.unit)) return places;
  if (draws.chance({ purpose: key, number: index }, 'moves') >= closed.moved) return undefined;
  const { unit: shut, to } = closed;
  return Object.fromEntries(Object.entries(places).map(([name, unit]) => [name, unit === shut ? to : unit]));
}

export function visitOf(
  { model, draws }: Hospital,
  stream: Stream,
  number: number,
  places: StreamVariant['places'],
  arrivedAt: Tick,
  fromCensus: boolean,
): Visit {
  const purpose = fromCensus ? `census ${stream.key}` : stream.key;
  const entity = { purpose, number };
  const drawn = stream.triage ? colourAt(model.colours, draws.chance(entity, 'colour')) : undefined;
  const ambulance = drawn?.ambulance ?? 0;
  return {
    stream,
    entity,
    places,
    colour: drawn?.colour,
    byAmbulance: drawn !== undefined && draws.chance(entity, 'ambulance') < ambulance,
    record: drawn && { colour: drawn.colour, arrivedAt, fromCensus },
    heldPlace: undefined,
  };
}

function colourAt(colours: readonly ColourModel[], draw: number): ColourModel | undefined {
  let left = draw;
  return (
    colours.find(({ share }) => {
      left -= share;
      return left < 0;
    }) ?? colours.at(-1)
  );
}

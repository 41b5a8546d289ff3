import { expect, it } from 'vitest';
import { plantedFaults } from './catalogue.ts';

it.each(plantedFaults.map((fault) => [fault.name, fault.caughtBy.name, fault] as const))(
  '"%s" is caught by "%s"',
  (_, __, { engine, caughtBy }) => {
    expect(caughtBy.disagreements(engine)).not.toEqual([]);
  },
);

import type { Requirement } from '../../domain/stage.ts';
import { didYouMean } from '../../input/suggest.ts';
import { requirementsClaimed } from '../recording.ts';
import { choices, type FlowCheck, mistake } from './check.ts';

/** A flow claims only requirements that there are. */
export const requirementsExist: FlowCheck = (recording, { requirements }) =>
  requirements === undefined
    ? []
    : requirementsClaimed(recording)
        .filter((id) => requirements.every((known) => known.id !== id))
        .map((id) => mistake(unknown(id, requirements), recording));

/** At least one step of the flow can show each requirement that it claims. */
export const requirementsAreShown: FlowCheck = (recording, { requirements = [], sentenceFor }) => {
  const kinds = new Set(
    recording.steps.flatMap(({ activity }) => ('kind' in activity ? [activity.kind] : [])),
  );
  return requirementsClaimed(recording).flatMap((id) => {
    const { shownBy } = requirements.find((known) => known.id === id) ?? {};
    if (shownBy === undefined || shownBy.some((kind) => kinds.has(kind))) return [];
    const sentences = choices(shownBy.map((kind) => sentenceFor(kind) ?? kind));
    return [
      mistake(
        `Inget steg i scenariot kan visa ${id}. Det gör till exempel ${sentences}; lägg till ett sådant steg, eller ta bort taggen.`,
        recording,
      ),
    ];
  });
};

function unknown(id: string, requirements: readonly Pick<Requirement, 'id'>[]): string {
  const ids = requirements.map((requirement) => requirement.id);
  const area = id.split('-').slice(0, 2).join('-');
  const sameArea = ids.filter((known) => known.startsWith(`${area}-`));
  const listed = sameArea.length === 0 ? ids : sameArea;
  return `Kravet ${id} finns inte${didYouMean(id, ids) || '.'} I scenarios/requirements.yaml finns ${listed.join(', ')}.`;
}

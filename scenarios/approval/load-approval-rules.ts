import type { ApprovalRules, ApprovalSubject, ApproverRole } from '../../domain/approval.ts';
import { InputError } from '../../domain/input-error.ts';
import { placesOf } from '../../input/project.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { didYouMean } from '../../input/suggest.ts';
import { readYaml } from '../../input/yaml-source.ts';
import { checkUnique } from '../load-requirements.ts';
import schema from '../schema/approval.schema.json' with { type: 'json' };

/**
 * Who may approve what and for how long it holds: scenarios/approval.yaml, the rehearsal's own before Genrep's. Whatever is
 * wrong in it is an InputError with file, line and column.
 */
export function loadApprovalRules(file = placesOf('scenarios', 'approval.yaml')[0]): ApprovalRules {
  if (file === undefined)
    throw new InputError('scenarios/approval.yaml saknas; den säger vilka som får godkänna.');
  const source = readYaml(file);
  const rules = checkSchema<ApprovalRules>(source, schema);
  checkUnique(source, rules.roles, 'roles');
  return rules;
}

/** The role by its id or its Swedish name. Throws InputError for one that is no clinical role of the rules. */
export function roleNamed(name: string, { roles }: ApprovalRules): ApproverRole {
  const wanted = name.trim().toLowerCase();
  const role = roles.find(({ id, sv }) => id === wanted || sv.toLowerCase() === wanted);
  if (role !== undefined) return role;
  const known = roles.map(({ id }) => id);
  throw new InputError(
    `Rollen "${name}" får inte godkänna${didYouMean(name, known) || '.'} Godkänner gör en klinisk roll: ${known.join(', ')} (scenarios/approval.yaml).`,
  );
}

/** Whether the role may approve this. */
export const mayApprove = (
  { approves, classes }: ApproverRole,
  { kind, safetyClass }: ApprovalSubject,
): boolean => approves.includes(kind) && classes.includes(safetyClass);

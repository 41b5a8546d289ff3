import { createHash } from 'node:crypto';
import type { ApprovalSubject, ContentLine } from '../../domain/approval.ts';
import type { CareFlow, CareStep, SafetyClass } from '../../domain/care-flow.ts';
import type { Hazard } from '../../domain/hazard.ts';
import type { PatientCriteria } from '../../domain/patient.ts';
import { actorPhrase } from '../../domain/role.ts';
import type { Requirement } from '../../domain/stage.ts';
import { inOrder } from '../in-order.ts';

/** What a clinician reads and stands for: the compiled thing itself, without how it is laid out or where it lies. */

/** A flow: whom it happens to and each sentence, with what the sentence was compiled into. */
export function flowSubject(flow: CareFlow): ApprovalSubject {
  const { id, name, safetyClass, requirements, patient, steps } = flow;
  return subject('flow', id, name, safetyClass, [
    { text: name },
    { text: `Säkerhetsklass ${safetyClass}` },
    { text: `Visar ${[...requirements].sort().join(', ')}` },
    { text: patientText(patient) },
    ...steps.map(lineOf),
  ]);
}

/** A requirement: its words, its class, what may happen, and the kinds of step and monitors that show it. */
export function requirementSubject(requirement: Requirement): ApprovalSubject {
  const { id, sv, safetyClass, shownBy, watchedBy = [], consequence } = requirement;
  return subject('requirement', id, sv, safetyClass, [
    { text: sv },
    { text: `Säkerhetsklass ${safetyClass}` },
    ...(consequence === undefined ? [] : [{ text: `Annars: ${consequence.sv}` }]),
    { text: `Visas av ${[...shownBy].sort().join(', ') || 'inget steg'}` },
    ...watchedBy.map(({ monitor, of }) => ({
      text: `Övervakas av ${monitor}`,
      ...(of === undefined ? {} : { means: { of } }),
    })),
  ]);
}

/** A hazard: what may happen, why, what is there to stop it and where that is tried. */
export function hazardSubject(hazard: Hazard, safetyClass: SafetyClass): ApprovalSubject {
  const { id, sv, cause, control, requirements, flows, rating } = hazard;
  return subject('hazard', id, sv, safetyClass, [
    { text: sv },
    { text: `Orsak: ${cause.sv}` },
    { text: `Skydd: ${control.sv}` },
    { text: `Visas av ${[...requirements].sort().join(', ')}` },
    { text: `Prövas i ${[...flows].sort().join(', ')}` },
    ...(rating === undefined ? [] : [{ text: `Kvarvarande risk: ${rating.level}` }]),
  ]);
}

/** SHA-256, as hex, of lines: the order of keys beneath the words is nothing. */
export const hashOfContent = (content: readonly ContentLine[]): string =>
  createHash('sha256').update(JSON.stringify(content, inOrder)).digest('hex');

const subject = (
  kind: ApprovalSubject['kind'],
  id: string,
  title: string,
  safetyClass: SafetyClass,
  content: readonly ContentLine[],
): ApprovalSubject => ({ kind, id, title, safetyClass, content, hash: hashOfContent(content) });

/**
 * Working time and where things are looked for once more at the end are Genrep's own and no part of what care is; the
 * keyword is how the sentence is laid out.
 */
function lineOf({ text, actor, activity, limit, mayBeRefused }: CareStep): ContentLine {
  return {
    text,
    means: {
      ...(actor === undefined ? {} : { actor: actorPhrase(actor) }),
      activity,
      ...(limit === undefined ? {} : { limit }),
      ...(mayBeRefused === undefined ? {} : { mayBeRefused }),
    },
  };
}

const SEX = { female: 'kvinna', male: 'man' } as const;

function patientText(criteria: PatientCriteria): string {
  const { ageFrom, ageTo, sex, protectedIdentity, municipality, history = [] } = criteria;
  return [
    `Patient ${ageFrom}–${ageTo} år`,
    ...(sex === undefined ? [] : [SEX[sex]]),
    ...(protectedIdentity ? ['skyddad identitet'] : []),
    ...(municipality === undefined ? [] : [`boende i ${municipality}`]),
    ...history,
  ].join(', ');
}

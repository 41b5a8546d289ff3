import type { Communication, Resource } from '@medplum/fhirtypes';
import { genrepCodeOf } from './concept.ts';

/** The messages of lag (2017:612) om samverkan vid utskrivning, as the mapping codes them. */
export const COORDINATION_MESSAGES: Readonly<Record<string, string>> = {
  admission: 'Inskrivningsmeddelande',
  'ready-for-discharge': 'Meddelande om utskrivningsklar',
  'discharge-information': 'Utskrivningsinformation',
};

/** Which of them a Communication is. */
export const messageKindOf = ({ category = [] }: Communication): string | undefined =>
  category.map(genrepCodeOf).find((code) => code !== undefined && code in COORDINATION_MESSAGES);

export const isCoordinationMessage = (resource: Resource): resource is Communication =>
  resource.resourceType === 'Communication' && messageKindOf(resource) !== undefined;

import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { IdentityQuestion, IdentityTask } from './activities.ts';

export * from './activities.ts';
export { reserveNumberFor } from './reserve-number.ts';

export const area = defineArea<IdentityTask, IdentityQuestion>({
  name: 'identity',
  sv: 'Okänd identitet',
  en: 'Unknown identity',
  tasks: {
    'register-unknown': {
      sv: 'registrera en okänd med reservnummer',
      en: 'register somebody unknown by a reserve number',
      workingTime: assumedMinutes(2),
    },
    'note-on-unknown': {
      sv: 'anteckna hos den okända',
      en: 'write in the record of the unknown',
      workingTime: assumedMinutes(5),
    },
    'join-records': {
      sv: 'föra samman två journaler',
      en: 'join two records',
      workingTime: assumedMinutes(5),
    },
    'part-records': { sv: 'häva en sammanföring', en: 'part two records', workingTime: assumedMinutes(10) },
  },
  questions: {
    'histories-together': {
      sv: 'se den okändas historik hos patienten',
      en: 'see the history of the unknown with the patient',
    },
    'histories-apart': {
      sv: 'se att historikerna är skilda åt',
      en: 'see that the histories are apart',
    },
  },
  things: {
    unknown: { sv: 'en okänd med reservnummer', madeBy: ['register-unknown'] },
    note: { sv: 'en anteckning hos den okända', madeBy: ['note-on-unknown'] },
  },
  precedents: {
    'part-records': { done: 'join-records', of: 'unknown', sv: 'journalerna har förts samman' },
    'histories-together': { done: 'join-records', of: 'unknown', sv: 'journalerna har förts samman' },
  },
});

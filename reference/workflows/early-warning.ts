import type { DetectedIssue, Observation, Resource } from '@medplum/fhirtypes';
import { news2 } from '../../domain/news2.ts';
import type { Card } from '../decision-support/cds-hooks.ts';
import type { CdsClient } from '../decision-support/client.ts';
import { isVitalSignsPanel, readVitalSigns } from '../decision-support/vital-signs.ts';
import { astrayCards } from '../faults/at/advice.ts';
import type { Faults } from '../faults/fault.ts';
import type { ReferenceWorkflow, SignedIn, Store, Write } from '../workflow.ts';
import { detectedIssue } from './detected-issue.ts';
import type { UnitDirectory } from './unit-directory.ts';

const asPanel = (resource: Resource): Observation | undefined =>
  resource.resourceType === 'Observation' && resource.status !== 'preliminary' && isVitalSignsPanel(resource)
    ? resource
    : undefined;

/** What a device measured counts when somebody has confirmed it. */
const isNews = ({ interaction, previous }: Write): boolean =>
  interaction === 'create' || (previous?.resourceType === 'Observation' && previous.status === 'preliminary');

/** Warns of every set of vital signs with a high NEWS2, by what the decision support says of it. */
export function earlyWarning(options: {
  readonly decisionSupport: CdsClient;
  readonly units: UnitDirectory;
  readonly faults: Faults;
  readonly now: () => number;
}): ReferenceWorkflow {
  const { decisionSupport, units, faults, now } = options;
  const unitKindOf = (person: SignedIn): string => units.unitOf(person)?.kind ?? 'none';

  async function cardsOn(
    panel: Observation,
    by: SignedIn,
    store: Store,
  ): Promise<readonly Pick<Card, 'summary' | 'indicator'>[]> {
    const patientId = panel.subject?.reference?.replace('Patient/', '') ?? '';
    const cards = await decisionSupport.advise(
      'vital-signs-recorded',
      {
        userId: by.hsaId ?? by.userName,
        patientId,
        observation: panel,
      },
      (query) => store.search(query),
    );
    const indicator = cards[0]?.indicator ?? 'none';
    const vitals = readVitalSigns(panel);
    if (vitals && faults.strikes('nuisance-alert', { indicator, unitKind: unitKindOf(by) }, panel.id)) {
      return [{ indicator: 'critical', summary: `NEWS2 ${news2(vitals).score}: hög risk` }];
    }
    return astrayCards(cards, { hook: 'vital-signs-recorded' }, faults);
  }

  return {
    name: 'early-warning',
    async afterWrite(write, store) {
      const { resource, by } = write;
      const panel = isNews(write) ? asPanel(resource) : undefined;
      if (panel === undefined) return;
      for (const card of await cardsOn(panel, by, store)) {
        const about = {
          code: 'news2',
          display: 'NEWS2',
          implicated: panel,
          patient: panel.subject,
          at: now(),
        };
        await store.create<DetectedIssue>(detectedIssue(card, about));
      }
    },
  };
}

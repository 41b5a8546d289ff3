import type { AuditEvent } from '@medplum/fhirtypes';
import type { Account } from '../systems/driver/account.ts';

/** What a follow-up of the log knows beside the log. */
export interface Known {
  /** Where each account works: the key of the unit. */
  readonly unitOf: (account: Account) => string | undefined;
  /** The units that the patient has been cared for at. */
  readonly unitsOf: (patient: string) => ReadonlySet<string>;
  /** Of staff who are patients themselves: their own record. */
  readonly ownRecord: ReadonlyMap<Account, string>;
}

/** Why somebody's reading is to be looked into. */
export const SUSPICIONS = ['no-relation', 'own-record', 'opened'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

export interface Finding {
  readonly why: Suspicion;
  readonly account: Account;
  /** 'Patient/17' */
  readonly patient: string;
  /** What was said for it, where anything was. */
  readonly reason?: string;
}

/**
 * What a follow-up of the log must look into (patientdatalagen 2008:355, 4 kap. 3 §): who has opened the record of somebody who
 * was not cared for at the unit, who has opened the own record, and every opening of what was blocked, with its reason. Knows
 * nothing of what was done but what the log says.
 */
export function followUp(events: readonly AuditEvent[], patient: string, known: Known): Finding[] {
  const findings = new Map<string, Finding>();
  const find = (finding: Finding): void => {
    findings.set(`${finding.why} ${finding.account}`, finding);
  };
  for (const event of events) {
    const account = event.agent[0]?.altId ?? '';
    const unit = known.unitOf(account);
    const isAbout = event.entity?.some(({ what }) => what?.reference === patient) === true;
    if (unit === undefined || !isAbout || (event.outcome ?? '0') !== '0') continue;
    if (!known.unitsOf(patient).has(unit)) find({ why: 'no-relation', account, patient });
    if (known.ownRecord.get(account) === patient) find({ why: 'own-record', account, patient });
    const reason = openingIn(event);
    if (reason !== undefined) find({ why: 'opened', account, patient, reason });
  }
  return [...findings.values()];
}

/** The reason of an opening in an emergency; undefined of anything else. */
const openingIn = ({ purposeOfEvent = [] }: AuditEvent): string | undefined =>
  purposeOfEvent.find(({ coding = [] }) => coding.some(({ code }) => code === 'BTG'))?.text;

import type { Ref } from '../../domain/ref.ts';

export type SurgeryTask =
  | {
      readonly type: 'task';
      readonly kind: 'put-on-waiting-list';
      readonly procedure: string;
      readonly as: string;
    }
  /** Gives whoever waits a time at the operating department; once more after a no-show. */
  | { readonly type: 'task'; readonly kind: 'call-to-surgery'; readonly entry: Ref }
  | { readonly type: 'task'; readonly kind: 'note-no-show'; readonly entry: Ref }
  /** Tells of the operation of somebody who was called to it. */
  | { readonly type: 'task'; readonly kind: 'record-surgery'; readonly entry: Ref; readonly as: string }
  | { readonly type: 'task'; readonly kind: 'book-follow-up'; readonly weeks: number; readonly as: string };

export type SurgeryQuestion =
  /** Whoever waits for a first time, or for a new one after a no-show, is on the clinic's list. */
  | { readonly type: 'question'; readonly kind: 'waits-for-call'; readonly entry: Ref }
  | { readonly type: 'question'; readonly kind: 'on-surgery-schedule'; readonly entry: Ref }
  | { readonly type: 'question'; readonly kind: 'surgery-on-record'; readonly surgery: Ref }
  | { readonly type: 'question'; readonly kind: 'follow-up-stands'; readonly booking: Ref };

export const putOnWaitingList = (procedure: string, as: string): SurgeryTask => ({
  type: 'task',
  kind: 'put-on-waiting-list',
  procedure,
  as,
});
export const callToSurgery = (entry: Ref): SurgeryTask => ({ type: 'task', kind: 'call-to-surgery', entry });
export const noteNoShow = (entry: Ref): SurgeryTask => ({ type: 'task', kind: 'note-no-show', entry });
export const recordSurgery = (entry: Ref, as: string): SurgeryTask => ({
  type: 'task',
  kind: 'record-surgery',
  entry,
  as,
});
export const bookFollowUp = (weeks: number, as: string): SurgeryTask => ({
  type: 'task',
  kind: 'book-follow-up',
  weeks,
  as,
});

export const waitsForCall = (entry: Ref): SurgeryQuestion => ({
  type: 'question',
  kind: 'waits-for-call',
  entry,
});
export const onSurgerySchedule = (entry: Ref): SurgeryQuestion => ({
  type: 'question',
  kind: 'on-surgery-schedule',
  entry,
});
export const surgeryOnRecord = (surgery: Ref): SurgeryQuestion => ({
  type: 'question',
  kind: 'surgery-on-record',
  surgery,
});
export const followUpStands = (booking: Ref): SurgeryQuestion => ({
  type: 'question',
  kind: 'follow-up-stands',
  booking,
});

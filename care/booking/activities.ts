import type { Ref } from '../../domain/ref.ts';

export type BookingTask =
  /** Books a telephone time with the physician of the actor's own unit. */
  {
    readonly type: 'task';
    readonly kind: 'book-telephone-time';
    readonly reason: string;
    readonly as: string;
  };

export type BookingQuestion = {
  readonly type: 'question';
  readonly kind: 'booking-on-schedule';
  readonly booking: Ref;
};

export const bookTelephoneTime = (reason: string, as: string): BookingTask => ({
  type: 'task',
  kind: 'book-telephone-time',
  reason,
  as,
});
export const bookingOnSchedule = (booking: Ref): BookingQuestion => ({
  type: 'question',
  kind: 'booking-on-schedule',
  booking,
});

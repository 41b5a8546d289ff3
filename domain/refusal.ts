import type { TaskKind } from './activity.ts';

/** Why a system says no, as far as its answer tells; each as it reads in a sentence. */
export const REFUSALS = {
  /** A rule of care: a drug the patient does not tolerate, a consent that was not given. */
  rule: 'en regel för vården',
  authority: 'bristande behörighet',
  content: 'innehåll som systemet inte godtar',
  conflict: 'att någon annan ändrade samtidigt',
  absence: 'något som inte finns',
  /** It said no in words only. */
  unsaid: 'ett skäl som bara sägs i ord',
} as const;

export type RefusalKind = keyof typeof REFUSALS;

/** What an attempt is meant to meet. */
interface HopedFor {
  /** The kinds of no that can be it. */
  readonly kinds: readonly RefusalKind[];
  /** What it should be refused for, as the end of 'för att …'. */
  readonly because: string;
  /** What such a no says, where no later step asks for the reason; beginnings of words in lower case. */
  readonly words?: readonly string[];
}

const HOPED_FOR: Partial<Record<TaskKind, HopedFor>> = {
  // What the drug was stopped for is asked by the step after.
  'attempt-to-prescribe': { kinds: ['rule', 'unsaid'], because: 'läkemedlet inte passar patienten' },
  'attempt-to-send-message': {
    kinds: ['rule', 'authority', 'unsaid'],
    because: 'patientens samtycke saknas',
    words: ['samtyck', 'medgiv', 'sagt nej', 'spärr', 'consent'],
  },
};

/** Whether a task is an attempt that may well be refused. */
export const isAttempt = (kind: TaskKind): boolean => HOPED_FOR[kind] !== undefined;

/** What a refusal says of an attempt: that it met what it should, another no, or one that does not say enough. */
export type Stopped = 'as-hoped' | 'otherwise' | 'unclear';

/** A no counts only for its own reason: a full queue or an unknown code stops a message too, and shows nothing. */
export function stoppedAs(kind: TaskKind, refusal: RefusalKind, reason: string): Stopped {
  const hoped = HOPED_FOR[kind];
  if (hoped === undefined || !hoped.kinds.includes(refusal)) return 'otherwise';
  const said = reason.toLowerCase();
  return hoped.words === undefined || hoped.words.some((word) => said.includes(word))
    ? 'as-hoped'
    : 'unclear';
}

/** What an attempt should be refused for, as the end of 'för att …'. */
export const hopedFor = (kind: TaskKind): string => HOPED_FOR[kind]?.because ?? '';

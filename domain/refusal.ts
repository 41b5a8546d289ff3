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

/** What an attempt is meant to meet: the no that counts. */
export interface HopedFor {
  /** The kinds of no that can be it. */
  readonly kinds: readonly RefusalKind[];
  /** What it should be refused for, as the end of 'för att …'. */
  readonly because: string;
  /** What such a no says, where no later step asks for the reason; beginnings of words in lower case. */
  readonly words?: readonly string[];
}

/** What a refusal says of an attempt: that it met what it should, another no, or one that does not say enough. */
export type Stopped = 'as-hoped' | 'otherwise' | 'unclear';

/** A no counts only for its own reason: a full queue or an unknown code stops a message too, and shows nothing. */
export function stoppedAs(hoped: HopedFor, refusal: RefusalKind, reason: string): Stopped {
  if (!hoped.kinds.includes(refusal)) return 'otherwise';
  const said = reason.toLowerCase();
  return hoped.words === undefined || hoped.words.some((word) => said.includes(word))
    ? 'as-hoped'
    : 'unclear';
}

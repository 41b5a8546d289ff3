import type { OwnerRole } from './stage.ts';

interface Named {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  /** Where it comes from, or 'antagande'. */
  readonly source: string;
}

/** How much of a piece of work a later stage has from the one before: all of it, a part, or nothing. */
export type Inheritance = 'whole' | 'part' | 'anew';

/** A piece of work that every stage goes through. */
export interface StageWork extends Named {
  /** In the first stage. */
  readonly weeks: number;
  /** In a later stage; nothing where all is inherited. */
  readonly weeksAgain: number;
  readonly inherits: Inheritance;
  /** Why so much is inherited and no more. */
  readonly why: { readonly sv: string; readonly en: string };
  /** Work of the same stage that must be done before, by id. */
  readonly after: readonly string[];
  /** Work of the stages before this one that must be done before. */
  readonly afterEarlier?: readonly string[];
  /** Gates of the stage that show that it is done; without any somebody says so. */
  readonly gates?: readonly string[];
  /** The start itself: it comes on its day and not before. One piece of work is it. */
  readonly isStart?: true;
  readonly owner: OwnerRole;
}

/** Organisations that go live on one day. */
export interface RoadmapStage extends Named {
  /** Stage.name in scenarios/stages. */
  readonly stage: string;
  /** ISO date. */
  readonly goLive: string;
  /** When the region planned it before, in words. */
  readonly formerly?: { readonly sv: string; readonly en: string };
  /** Ids of the stages that must be live before. */
  readonly after: readonly string[];
}

/** What several stages share: they wait for it, and none may break it for another. */
interface SharedService extends Named {
  /** Where it is made ready: the id of a stage, and the work there. */
  readonly stage: string;
  readonly work: string;
  /** The stages that it serves, and the work in them that waits for it. */
  readonly serves: readonly string[];
  readonly neededFor: string;
}

/** What must be shown so many days before a start. */
export interface DaysBefore {
  readonly days: number;
  readonly sv: string;
  readonly en: string;
  /** Ids of gates. */
  readonly gates: readonly string[];
  readonly source: string;
}

/** What a kommun may choose to have. */
interface KommunOption extends Named {
  /** How many of the kommuner have chosen it. */
  readonly kommuner: number;
}

interface RoadmapKommun {
  /** Kommunkod, four digits. */
  readonly code: string;
  readonly name: string;
  /** Id of the stage in which it goes live. */
  readonly stage: string;
  /** Ids of the options that it is known to have chosen. */
  readonly options: readonly string[];
}

/** What somebody says of work that no gate shows. */
export interface WorkSaid {
  readonly stage: string;
  readonly work: string;
  /** ISO dates. */
  readonly begun?: string;
  readonly done?: string;
  /** A role, never a person. */
  readonly by: string;
}

/** An introduction stage by stage: who, when, what each must do, and what they wait for. */
export interface RoadmapPlan {
  readonly name: string;
  readonly title: string;
  /** How long before its start the work of a stage is planned from. */
  readonly months: number;
  readonly source: string;
  readonly stages: readonly RoadmapStage[];
  readonly work: readonly StageWork[];
  readonly services: readonly SharedService[];
  readonly checks: readonly DaysBefore[];
  readonly options: readonly KommunOption[];
  readonly kommunSource: string;
  readonly kommuner: readonly RoadmapKommun[];
  readonly said: readonly WorkSaid[];
}

/** Of the work of one stage. */
export const workKey = (stage: string, work: string): string => `${stage}/${work}`;

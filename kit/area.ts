/** What an area of care outside this repository is told with: `genrep/area`. */
export type { Activity, ActivityKind, Of, Question, Task } from '../domain/activity.ts';
export {
  type Area,
  assumedMinutes,
  defineArea,
  type LastLookFacts,
  type Law,
  type Precedent,
  type TaskFacts,
  type Thing,
  type WorkingTime,
} from '../domain/area.ts';
export { SYSTEMS } from '../domain/codes/systems.ts';
export { type Ref, ref } from '../domain/ref.ts';
export type { Actor, Role, UnitKind } from '../domain/role.ts';
export { readWords, wordFilesOf } from '../input/word-files.ts';

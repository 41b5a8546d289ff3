/** What an area outside this repository is said in FHIR with: `genrep/fhir`. Uses no `node:` module; k6 runs it too. */
export { SYSTEMS } from '../domain/codes/systems.ts';
export { boundOf, done, taskBehind, unitOf } from '../systems/care-system.ts';
export { decodeBase64, encodeBase64 } from '../systems/driver/base64.ts';
export { Refused } from '../systems/driver/outcome.ts';
export { listed, quoted } from '../systems/driver/words.ts';
export {
  coded,
  concept,
  hasCode,
  isAt,
  pointer,
  pointers,
  quantity,
  quantityText,
  referenceTo,
  sameQuantity,
} from '../systems/fhir-r4/concepts.ts';
export type { FhirArea, Needs, QuestionTable, TaskTable, Workflow } from '../systems/fhir-r4/handler.ts';
export { encounterOf, madeBy, type Workstation } from '../systems/fhir-r4/workstation.ts';

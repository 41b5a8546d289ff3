import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeCareSystem } from '../contract.ts';
import { AREAS } from '../testing/areas.ts';
import { oneOfEachArea } from '../testing/one-of-each-area.ts';
import { openUiHarness } from './testing/ui-harness.ts';

// All of them are played by test/thorough/every-case-in-pages.test.ts.
const cases = oneOfEachArea(await AREAS.contract(), AREAS.areas);

describeCareSystem('reference-ui', cases, { describe, it, beforeAll, afterAll }, () =>
  openUiHarness({ firstPerson: 100 }),
);

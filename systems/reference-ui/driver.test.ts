import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeCareSystem } from '../contract.ts';
import { AREAS } from '../testing/areas.ts';
import { openUiHarness } from './testing/ui-harness.ts';

describeCareSystem('reference-ui', await AREAS.contract(), { describe, it, beforeAll, afterAll }, () =>
  openUiHarness({ firstPerson: 100 }),
);

import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeCareSystem } from '../contract.ts';
import { openUiHarness } from './testing/ui-harness.ts';

describeCareSystem('reference-ui', { describe, it, beforeAll, afterAll }, () =>
  openUiHarness({ firstPerson: 100 }),
);

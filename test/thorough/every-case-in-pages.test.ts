import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeCareSystem } from '../../systems/contract.ts';
import { openUiHarness } from '../../systems/reference-ui/testing/ui-harness.ts';
import { AREAS } from '../../systems/testing/areas.ts';

describeCareSystem(
  'reference-ui, every case',
  await AREAS.contract(),
  { describe, it, beforeAll, afterAll },
  () => openUiHarness({ firstPerson: 100 }),
);

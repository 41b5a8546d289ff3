import type { Bilingual } from '../pages/bilingual.ts';

export const CHANNEL_TEXTS = {
  api: { sv: 'gränssnitt (api)', en: 'interface (api)' },
  ui: { sv: 'webbläsare', en: 'browser' },
} as const satisfies Record<'api' | 'ui', Bilingual>;

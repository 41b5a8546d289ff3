import type { Wording } from '../input/schema-check.ts';

/** Whether it is a test environment is told before all else, and why that is asked. */
export const PROFILE_WORDING: Wording = {
  isFirst: ({ instancePath, params }) =>
    instancePath === '/environment' || params.missingProperty === 'environment',
  sentence: ({ instancePath, keyword, data }) => {
    if (instancePath === '/environment' && keyword === 'const') {
      return `"environment" är ${JSON.stringify(data)}: Genrep arbetar bara mot testmiljöer. Är det en testmiljö utan riktiga patienter, skriv environment: test.`;
    }
    return undefined;
  },
};

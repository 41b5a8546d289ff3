import { generatePatient } from './generate-patient.ts';

/** Run as a process of its own by bench.ts: one person of the whole region, from nothing. */
process.stdout.write(
  await generatePatient({ seed: 1, index: 1_234_567, until: '2026-01-01', years: 10, format: 'ndjson' }),
);

import { expect, it } from 'vitest';
import { readinessOf } from './readiness.ts';
import { summaryText } from './terminal.ts';
import { runOf } from './testing/synthetic.ts';

it('says that a run passed, and how far its stage has come, on one screen', () => {
  expect(
    summaryText(readinessOf([runOf({ instances: 160 })]), 'runs/a/report/readiness.html'),
  ).toMatchInlineSnapshot(`
    "
    ✓ Generalrepetitionen är godkänd
      En vardag på Södra Älvsborgs sjukhus

      Den här körningen passerar etappens alla 7 grindar. Om etappen är klar avgör bara genrep readiness etapp-1.
      Etapp 1: Södra Älvsborg

      Flöden  ✓ 160 godkända   (160 av 160 spelade, 8 i webbläsare)
      Steg    ✓ 940 godkända
      Långsammaste överlämningarna (p95)
          Läkare, vårdcentralen → Patient: 610 ms
          Sjuksköterska, avdelningen (dag) → Sjuksköterska, avdelningen (kväll): 610 ms
          Biomedicinsk analytiker, laboratoriet → Läkare, akuten: 604 ms

      Rapport runs/a/report/readiness.html
    "
  `);
});

it('says that a run failed with requirement, what to do, step, what was expected, what was seen and how often', () => {
  const run = runOf({
    instances: 160,
    faults: [
      {
        kind: 'order-on-laboratory-worklist',
        every: 4,
        verdict: 'fail',
        expected: 'Troponin T på arbetslistan',
        observed: 'tom lista',
      },
    ],
  });
  expect(summaryText(readinessOf([run]), 'runs/a/report/readiness.html')).toMatchInlineSnapshot(`
    "
    ✗ Generalrepetitionen är underkänd
      En vardag på Södra Älvsborgs sjukhus

      ✗ KRAV-LAB-01: En signerad provordination finns på laboratoriets arbetslista inom 5 s. Höll inte i 5 av 20 flöden där det prövades.
          gör nu    Visa den som ansvarar för systemet exemplet f-0025, låt rätta felet och pröva igen.
                    npx genrep features "@KRAV-LAB-01"
          samma fel stänger också GRIND-3, GRIND-5
          steg      Bröstsmärta på akuten: biomedicinska analytikern ser ordinationen på arbetslistan inom 5 s
          förväntat Troponin T på arbetslistan
          sett      tom lista
          hur ofta  5 av 20, till exempel f-0025

      Etappen är inte klar ännu: 4 av 7 grindar är passerade, 3 återstår.
      Etapp 1: Södra Älvsborg

      Flöden  ✓ 155 godkända   ✗ 5 underkända   (160 av 160 spelade, 8 i webbläsare)
      Steg    ✓ 935 godkända   ✗ 5 underkända
      Långsammaste överlämningarna (p95)
          Läkare, akuten → Biomedicinsk analytiker, laboratoriet: sågs inte i tid
          Läkare, vårdcentralen → Patient: 610 ms
          Sjuksköterska, avdelningen (dag) → Sjuksköterska, avdelningen (kväll): 610 ms

      Rapport runs/a/report/readiness.html
    "
  `);
});

it('stays on one screen whatever went wrong, and colours only when asked', () => {
  const readiness = readinessOf([
    runOf({
      ending: 'killed',
      planned: 99,
      faults: (
        ['triage', 'order-test', 'prescribe', 'record-vitals', 'record-allergy', 'send-message'] as const
      ).map((kind) => ({ kind, every: 1, verdict: 'error' as const, reason: 'Inget svar.', stops: true })),
    }),
  ]);
  const text = summaryText(readiness);
  expect(text.split('\n').length).toBeLessThan(50);
  expect(text).toMatch(/… och \d+ skäl till/);
  expect(text).not.toContain('\u001b');
  expect(summaryText(readiness, undefined, true)).toContain('\u001b[31m');
});

it('tells why something that was seen failed, where expected and seen say the same', () => {
  const fault = {
    kind: 'order-on-laboratory-worklist',
    every: 4,
    verdict: 'fail',
    expected: 'Troponin T på arbetslistan',
    observed: 'Troponin T på arbetslistan',
    reason: 'Det syntes, men inte inom 5 s.',
  } as const;
  const text = summaryText(
    readinessOf([runOf({ instances: 160, faults: [fault] })]),
    'runs/a/report/readiness.html',
  );
  expect(text).toMatch(/sett\s+Troponin T på arbetslistan\n\s+skäl\s+Det syntes, men inte inom 5 s\./);
});

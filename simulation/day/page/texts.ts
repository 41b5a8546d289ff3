/** Every fixed text of the page. */
export const TEXTS = {
  title: { sv: 'Simulering av en dag', en: 'Simulation of a day' },
  lead: {
    sv: 'Medelvärden över replikationerna med 95 % konfidensintervall. Bilderna visar medelvärdet som linje och, som band, var nio replikationer av tio ligger, timme för timme. Arbetstiderna är antaganden tills de har mätts.',
    en: 'Means over the replications with 95 % confidence intervals. The pictures show the mean as a line and, as a band, where nine replications of ten lie, hour by hour. Working times are assumptions until they have been measured.',
  },
  questions: { sv: 'Vad händer om', en: 'What if' },
  questionsLead: {
    sv: 'Varje variant har spelats med samma slumptal som dagen. En skillnad är verklig när intervallet, satt så att det gäller alla mått samtidigt, inte innehåller noll.',
    en: 'Each variant was played with the same random numbers as the day. A difference is real when its interval, set to hold for all measures at once, does not contain zero.',
  },
  noDifference: {
    sv: 'Ingen skillnad går att skilja från slumpen.',
    en: 'No difference can be told from luck.',
  },
  others: { sv: 'mått går inte att skilja från slumpen', en: 'measures cannot be told from luck' },
  measure: { sv: 'Mått', en: 'Measure' },
  mean: { sv: 'Medel', en: 'Mean' },
  interval: { sv: '± 95 %', en: '± 95 %' },
  table: { sv: 'Tabell', en: 'Table' },
  before: { sv: 'Dagen', en: 'The day' },
  after: { sv: 'Varianten', en: 'The variant' },
  difference: { sv: 'Skillnad', en: 'Difference' },
  is: { sv: 'Utfall', en: 'Outcome' },
  better: { sv: 'bättre', en: 'better' },
  worse: { sv: 'sämre', en: 'worse' },
  other: { sv: 'annorlunda', en: 'different' },
  replications: { sv: 'replikationer', en: 'replications' },
  seed: { sv: 'frö', en: 'seed' },
  from: { sv: 'dygnet från klockan', en: 'the day from' },
} as const;

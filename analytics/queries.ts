import { type Bilingual, both } from '../pages/bilingual.ts';

/** How an answer is drawn: one bar a row, or bars beside one another where there are two figures. */
interface Picture {
  /** The column that names a row. */
  readonly label: string;
  /** The columns that are drawn, by what they are called. */
  readonly figures: readonly (Bilingual & { readonly column: string })[];
  /** Of the axis. */
  readonly unit: Bilingual;
}

/** A question that somebody who decides asks, as SQL over the tables of the export. */
export interface Query {
  readonly id: string;
  readonly question: Bilingual;
  readonly sql: string;
  readonly picture: Picture;
}

const COUNT = both('antal', 'count');
const SECONDS = both('sekunder', 'seconds');
const PERCENT = both('%', '%');

/** Age on the day that the histories end. */
const AGE = `date_diff('year', born, (SELECT max(CAST(began AS DATE)) FROM contacts))`;
const AGE_GROUP = `CASE WHEN age >= 80 THEN '80–' ELSE printf('%02d–%02d', CAST(age - age % 20 AS INTEGER), CAST(age - age % 20 + 19 AS INTEGER)) END`;

export const QUERIES: readonly Query[] = [
  {
    id: 'broken-requirements',
    question: both(
      'Vilka krav höll inte, och i hur många patienters flöden?',
      'Which requirements did not hold, and in how many patients’ flows?',
    ),
    sql: `SELECT requirement, safety_class, sum(broken_in) AS broken, sum(observed_in) AS looked_at
FROM requirements WHERE broken_in > 0
GROUP BY ALL ORDER BY safety_class, broken DESC, requirement LIMIT 15`,
    picture: {
      label: 'requirement',
      figures: [{ column: 'broken', ...both('höll inte', 'did not hold') }],
      unit: COUNT,
    },
  },
  {
    id: 'hand-overs',
    question: both(
      'Hur länge dröjer det innan nästa person ser det som gjorts?',
      'How long until the next person sees what was done?',
    ),
    sql: `SELECT kind, count(*) AS seen, round(median(latency_ms) / 1000, 2) AS middle,
  round(quantile_cont(latency_ms, 0.95) / 1000, 2) AS p95
FROM steps WHERE latency_clock = 'system' AND latency_ms IS NOT NULL
GROUP BY kind ORDER BY p95 DESC, kind LIMIT 12`,
    picture: {
      label: 'kind',
      figures: [
        { column: 'middle', ...both('hälften inom', 'half within') },
        { column: 'p95', ...both('95 av 100 inom', '95 in 100 within') },
      ],
      unit: SECONDS,
    },
  },
  {
    id: 'settings',
    question: both(
      'Hur stor andel av patienterna kom igenom, i varje vårdmiljö?',
      'What share of the patients got through, in each care setting?',
    ),
    sql: `SELECT setting, count(*) AS patients, round(100.0 * count(*) FILTER (verdict = 'pass') / count(*), 1) AS passed
FROM instances GROUP BY setting ORDER BY passed, setting`,
    picture: {
      label: 'setting',
      figures: [{ column: 'passed', ...both('kom igenom', 'got through') }],
      unit: PERCENT,
    },
  },
  {
    id: 'not-covered',
    question: both('Vad kunde inte prövas, och varför?', 'What could not be tried, and why?'),
    sql: `SELECT kind, coverage, count(*) AS steps
FROM steps WHERE verdict = 'not-covered' AND kind IS NOT NULL
GROUP BY ALL ORDER BY steps DESC, kind LIMIT 12`,
    picture: { label: 'kind', figures: [{ column: 'steps', ...both('steg', 'steps') }], unit: COUNT },
  },
  {
    id: 'roles',
    question: both('Vilka roller väntar längst på systemet?', 'Which roles wait longest for the system?'),
    sql: `SELECT role, count(*) AS steps, round(quantile_cont(duration_ms, 0.95) / 1000, 2) AS p95
FROM steps WHERE duration_ms IS NOT NULL AND role IS NOT NULL
GROUP BY role ORDER BY p95 DESC, role`,
    picture: {
      label: 'role',
      figures: [{ column: 'p95', ...both('95 av 100 steg inom', '95 in 100 steps within') }],
      unit: SECONDS,
    },
  },
  {
    id: 'hours',
    question: both(
      'När på dygnet kommer patienterna, och när går det fel?',
      'When do patients come, and when does it go wrong?',
    ),
    sql: `SELECT printf('%02d', CAST(floor(day_time_ms / 3600000) AS INTEGER) % 24) AS hour, count(*) AS patients,
  count(*) FILTER (verdict IN ('fail', 'error', 'unknown')) AS wrong
FROM instances GROUP BY hour ORDER BY hour`,
    picture: {
      label: 'hour',
      figures: [
        { column: 'patients', ...both('patienter', 'patients') },
        { column: 'wrong', ...both('gick fel', 'went wrong') },
      ],
      unit: COUNT,
    },
  },
  {
    id: 'ages',
    question: both('Hur gammal är befolkningen?', 'How old is the population?'),
    sql: `WITH aged AS (SELECT sex, ${AGE} AS age FROM people WHERE died IS NULL)
SELECT ${AGE_GROUP} AS ages, count(*) FILTER (sex = 'female') AS women, count(*) FILTER (sex = 'male') AS men
FROM aged WHERE age IS NOT NULL GROUP BY ages ORDER BY ages`,
    picture: {
      label: 'ages',
      figures: [
        { column: 'women', ...both('kvinnor', 'women') },
        { column: 'men', ...both('män', 'men') },
      ],
      unit: COUNT,
    },
  },
  {
    id: 'contacts',
    question: both(
      'Hur många vårdkontakter per invånare och år har kommunerna?',
      'How many contacts per inhabitant and year do the kommuner have?',
    ),
    sql: `WITH span AS (SELECT greatest(1, date_diff('day', min(began), max(began)) / 365.25) AS years FROM contacts)
SELECT municipality, count(DISTINCT people.person) AS people,
  round(count(contact) / count(DISTINCT people.person) / (SELECT years FROM span), 2) AS contacts
FROM people LEFT JOIN contacts USING (person) GROUP BY municipality ORDER BY contacts DESC, municipality LIMIT 15`,
    picture: {
      label: 'municipality',
      figures: [{ column: 'contacts', ...both('vårdkontakter', 'contacts') }],
      unit: both('per invånare och år', 'per inhabitant and year'),
    },
  },
  {
    id: 'diagnoses',
    question: both('Vilka långvariga sjukdomar är vanligast?', 'Which lasting diseases are most frequent?'),
    sql: `SELECT name, count(DISTINCT person) AS people,
  round(100.0 * count(DISTINCT person) / (SELECT count(*) FROM people WHERE died IS NULL), 1) AS share
FROM diagnoses JOIN people USING (person) WHERE status = 'active' AND died IS NULL AND name IS NOT NULL
GROUP BY name ORDER BY people DESC, name LIMIT 10`,
    picture: {
      label: 'name',
      figures: [{ column: 'share', ...both('av invånarna', 'of the inhabitants') }],
      unit: PERCENT,
    },
  },
  {
    id: 'many-drugs',
    question: both('Hur stor andel har fem läkemedel eller fler?', 'What share takes five drugs or more?'),
    sql: `WITH aged AS (SELECT person, ${AGE} AS age FROM people WHERE died IS NULL),
  counted AS (SELECT person, age, count(DISTINCT atc) AS drugs
    FROM aged LEFT JOIN (SELECT * FROM prescriptions WHERE status = 'active') USING (person) GROUP BY ALL)
SELECT ${AGE_GROUP} AS ages, count(*) AS people, round(100.0 * count(*) FILTER (drugs >= 5) / count(*), 1) AS share
FROM counted WHERE age IS NOT NULL GROUP BY ages ORDER BY ages`,
    picture: {
      label: 'ages',
      figures: [{ column: 'share', ...both('fem läkemedel eller fler', 'five drugs or more') }],
      unit: PERCENT,
    },
  },
];

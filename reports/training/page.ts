import { ROLES } from '../../domain/role.ts';
import type { Course } from '../../domain/training.ts';
import { type Bilingual, both, percent, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import { badge } from '../../pages/verdict.ts';
import type { TrainingPart, TrainingResult } from './measure-training.ts';

const T = {
  title: both('Utbildade inför driftstarten', 'Trained for the start'),
  answer: both('Hur många är redo?', 'How many are ready?'),
  measure: both('Mått', 'Measure'),
  count: both('Antal', 'Count'),
  share: both('Andel', 'Share'),
  trained: both(
    'Utbildade och godkända av dem som arbetar de första veckorna',
    'Trained and passed, of those who work in the first weeks',
  ),
  rows: both('Godkända rader i kursregistret (inte svaret)', 'Rows passed in the records (not the answer)'),
  elsewhere: both(
    'I registret, men arbetar inte där de första veckorna',
    'In the records, but not working there in the first weeks',
  ),
  otherCourses: both('Kurser som planen inte frågar efter', 'Courses that the plan does not ask for'),
  parts: both('Per enhet och roll', 'By unit and role'),
  unit: both('Enhet', 'Unit'),
  role: both('Roll', 'Role'),
  working: both('Arbetar', 'Working'),
  ready: both('Utbildade', 'Trained'),
  need: both('Samma dag', 'Same day'),
  each: both('Klarade', 'Passed'),
  standing: both('Läge', 'Standing'),
  courses: both('Kurserna', 'The courses'),
  course: both('Kurs', 'Course'),
  forRoles: both('Roller', 'Roles'),
  passed: both('Har klarat', 'Have passed'),
  counts: both('Räknas', 'Counts'),
  source: both('Källa', 'Source'),
  complete: both('alla', 'all'),
  lacking: both('fattas', 'lacking'),
  nobody: both('ingen i schemat', 'nobody on the roster'),
};

/** Who of those who will work there is trained, as a page; of people it tells no more than how many. */
export const trainingPage = (result: TrainingResult, stageTitle: string): string =>
  page({
    tab: `${T.title.sv} – ${stageTitle}`,
    kind: T.title,
    heading: same(stageTitle),
    facts: [
      both(`räknat ${result.asOf}`, `counted ${result.asOf}`),
      both(`driftstart ${result.plan.goLive}`, `start ${result.plan.goLive}`),
      both(`${result.plan.weeks} första veckorna`, `first ${result.plan.weeks} weeks`),
    ],
    body: html`${answer(result)}${parts(result)}${courses(result)}`,
  });

const shareOf = (part: number, whole: number): Bilingual => (whole === 0 ? same('–') : percent(part / whole));

const answer = ({ all, rows, elsewhere, otherCourses, basis }: TrainingResult): Markup =>
  section(
    'svar',
    T.answer,
    html`${table(
      T.answer,
      [{ head: T.measure }, { head: T.count, numeric: true }, { head: T.share, numeric: true }],
      [
        [
          html`<strong>${bi(T.trained)}</strong>`,
          html`${all.trained} / ${all.working}`,
          html`<strong>${bi(shareOf(all.trained, all.working))}</strong>`,
        ],
        [bi(T.rows), html`${rows.passed} / ${rows.all}`, bi(shareOf(rows.passed, rows.all))],
        [bi(T.elsewhere), html`${elsewhere}`, html`–`],
      ],
    )}
${otherCourses.length === 0 ? '' : html`<p class="muted">${bi(T.otherCourses)}: ${otherCourses.join(', ')}</p>`}`,
    basis === 'roster'
      ? both(
          'Nämnaren är de som står i schemat för de första veckorna. Ett register kan vara grönt fast de som arbetar inte är utbildade: veteransjukvården i USA angav 89 % när det verkliga talet var 44 %.',
          'The denominator is those on the roster of the first weeks. Records can be green though those who work are not trained: the VA in the USA stated 89% when the true figure was 44%.',
        )
      : both(
          'Inget schema är läst: nämnaren är så många som dagens pass kräver, om ingen är sjuk eller ledig. Läs schemat med --roster.',
          'No roster has been read: the denominator is as many as the day’s shifts take when nobody is ill or away. Read the roster with --roster.',
        ),
  );

const parts = ({ parts: all, plan }: TrainingResult): Markup =>
  section(
    'enheter',
    T.parts,
    table(
      T.parts,
      [
        { head: T.unit },
        { head: T.role },
        { head: T.ready, numeric: true },
        { head: T.working, numeric: true },
        { head: T.need, numeric: true },
        { head: T.each },
        { head: T.standing },
      ],
      all.map((part) => [
        html`${part.unitName}`,
        bi(roleName(part)),
        html`${part.trained}`,
        html`${part.working}`,
        html`${part.need?.perDay ?? '–'}`,
        html`${part.courses.map(({ course, passed }) => html`<div>${bi(courseName(course, plan.courses))}: ${passed}</div>`)}`,
        standing(part),
      ]),
    ),
    both(
      '”Samma dag” är hur många passen tar på en och samma dag; står färre i schemat arbetar någon som ingen vet något om.',
      '“Same day” is how many the shifts take on one and the same day; with fewer on the roster somebody works of whom nobody knows anything.',
    ),
  );

const standing = ({ working, trained }: TrainingPart): Markup =>
  working === 0
    ? badge('not-covered', T.nobody)
    : trained === working
      ? badge('pass', T.complete)
      : badge('fail', both(`${working - trained} ${T.lacking.sv}`, `${working - trained} ${T.lacking.en}`));

const roleName = ({ role }: Pick<TrainingPart, 'role'>): Bilingual =>
  both(ROLES[role].title, ROLES[role].en.replace(/^the /, ''));

const courseName = (id: string, all: readonly Course[]): Bilingual =>
  all.find((course) => course.id === id) ?? same(id);

const courses = ({ plan, parts: all }: TrainingResult): Markup =>
  section(
    'kurser',
    T.courses,
    table(
      T.courses,
      [
        { head: T.course },
        { head: T.forRoles },
        { head: T.passed, numeric: true },
        { head: T.counts },
        { head: T.source },
      ],
      plan.courses.map((course) => {
        const own = all.flatMap((part) =>
          part.courses
            .filter((one) => one.course === course.id)
            .map(({ passed }) => ({ passed, working: part.working })),
        );
        const total = (of: (one: (typeof own)[number]) => number): number =>
          own.reduce((sum, one) => sum + of(one), 0);
        return [
          html`<strong>${bi(course)}</strong> <code class="id">${course.id}</code>`,
          html`${course.roles.map((role, index) => html`${index === 0 ? '' : ', '}${bi(roleName({ role }))}`)}`,
          html`${total(({ passed }) => passed)} / ${total(({ working }) => working)}`,
          bi(countsAs(course)),
          html`<span lang="sv">${course.source}</span>`,
        ];
      }),
    ),
  );

const countsAs = ({ cards, validMonths }: Course): Bilingual => {
  const how =
    cards === undefined
      ? both('kurs', 'course')
      : both(`labb, ${cards} kort utan hjälp`, `lab, ${cards} cards without help`);
  const long =
    validMonths === undefined
      ? both('', '')
      : both(`, ${validMonths} månader före start`, `, ${validMonths} months before the start`);
  return both(`${how.sv}${long.sv}`, `${how.en}${long.en}`);
};

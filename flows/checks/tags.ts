import { SAFETY_CLASSES } from '../../domain/care-flow.ts';
import { choices, type FlowCheck, mistake } from './check.ts';

const CLASS_TAGS = SAFETY_CLASSES.map((safetyClass) => `@klass-${safetyClass}`);

/** Tags that Genrep reads; all others are the writer's own. */
const READ = [/^@klass/i, /^@krav/i, /^@flöde/i];
const WELL_FORMED = [/^@klass-[123]$/, /^@KRAV-[A-ZÅÄÖ]+-[0-9]{2}$/, /^@flöde-.+$/];

/** The flow's safety class is its tag, exactly one; and a tag that is meant for Genrep has the form that Genrep reads. */
export const tagsAreKnown: FlowCheck = (recording) => {
  const { tags } = recording;
  const misspelt = tags
    .filter((tag) => READ.some((form) => form.test(tag)) && !WELL_FORMED.some((form) => form.test(tag)))
    .map((tag) =>
      mistake(`Taggen ${tag} går inte att läsa; skriv @klass-1, @KRAV-LAB-01 eller @flöde-namn.`, recording),
    );
  const classes = new Set(tags.filter((tag) => CLASS_TAGS.includes(tag)));
  if (classes.size === 1) return misspelt;
  const counted = classes.size === 0 ? 'ingen' : [...classes].join(' och ');
  return [
    ...misspelt,
    mistake(`Scenariot ska ha exakt en av taggarna ${choices(CLASS_TAGS)} och har ${counted}.`, recording),
  ];
};

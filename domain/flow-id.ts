import { opaqueKey } from './random.ts';

/** Longer titles are cut here: an id is also a name of folders. */
const LONGEST = 80;

/**
 * A flow's identity: its feature file without 'features/' and without its ending, '#', and its title in letters that every file
 * system, address and test tool bears. Where in the file it stands is no part of it.
 * `akutsjukvard/sepsislarm#sju-poang-racker-for-larm`
 */
export const flowIdOf = (file: string, title: string): string => `${featureIn(file)}#${titleSlug(title)}`;

/** 'features/akutsjukvard/sepsislarm.feature' is 'akutsjukvard/sepsislarm'; elsewhere, the folder and the file. */
function featureIn(file: string): string {
  const parts = file.split('/');
  const under = parts.lastIndexOf('features') + 1;
  return parts
    .slice(under === 0 ? -2 : under)
    .join('/')
    .replace(/\.feature$/, '');
}

function titleSlug(title: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug === '') return opaqueKey(title);
  return slug.length <= LONGEST ? slug : `${slug.slice(0, LONGEST)}-${opaqueKey(title).slice(0, 8)}`;
}

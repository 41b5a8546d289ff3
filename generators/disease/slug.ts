/** A module's id as FHIR ids can bear it: 'bröstcancer' becomes 'brostcancer'. */
export const slugOf = (id: string): string =>
  id
    .normalize('NFD')
    .replace(/[^\w-]/g, '')
    .replaceAll('_', '-')
    .toLowerCase();

/** The sample of newborn screening, as orders and answers call it. Genrep's own code: no public one was found. */
export const SCREENING = { code: 'newborn-screening', word: 'PKU-prov' } as const;

/** HL7 v3 RoleCode: mother. */
export const MOTHER = { code: 'MTH', word: 'Mor' } as const;

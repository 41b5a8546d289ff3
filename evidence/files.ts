/** Name of the journal in a run's folder. */
export const JOURNAL_FILE = 'evidence.ndjson';

/** Name of the file beside a journal that says how the journal ends. */
export const HEAD_FILE = 'evidence.head.json';

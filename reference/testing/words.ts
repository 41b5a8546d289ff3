import { wordFilesOf } from '../../input/word-files.ts';
import { readWords } from '../words.ts';

/** Genrep's own words, as the reference environment is started with them. */
export const WORD_FILES: readonly string[] = ['laboratory', 'medication'].flatMap(wordFilesOf);
export const WORDS = readWords(WORD_FILES);

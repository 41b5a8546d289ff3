/** Of the generators: raised whenever the same seed and choices give other bytes. */
export const GENERATOR_VERSION = '3';

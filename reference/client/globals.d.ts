declare module '*.css';

/** Version of the bundle, put in by build.ts. */
declare const GENREP_VERSION: string;

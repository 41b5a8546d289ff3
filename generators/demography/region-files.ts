/** The region that Genrep knows from the start. */
export const VASTRA_GOTALAND = new URL('./vastra-gotaland.yaml', import.meta.url);

/** What Genrep uses of dcmjs, which has no types of its own. */
declare module 'dcmjs' {
  interface Denaturalized {
    readonly [tag: string]: { readonly vr: string; readonly Value: readonly unknown[] };
  }
  class DicomDict {
    constructor(meta: Denaturalized);
    dict: Denaturalized;
    write(): ArrayBuffer;
  }
  const dcmjs: {
    readonly data: {
      readonly DicomDict: typeof DicomDict;
      readonly DicomMetaDictionary: {
        denaturalizeDataset(dataset: Readonly<Record<string, unknown>>): Denaturalized;
      };
    };
  };
  export default dcmjs;
}

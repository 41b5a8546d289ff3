/** cucumber-js as test leads, editors and `genrep features` use it. Started by hand it plans and sends nothing. */
export default {
  paths: ['features/**/*.feature'],
  loader: ['ts-node/esm'],
  import: ['features/support/**/*.ts', 'features/steps/**/*.ts', 'care/*/steps.ts'],
  language: 'sv',
  format: ['summary'],
};

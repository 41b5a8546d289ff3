/**
 * Who may import whom stands in test/import-rules.json; ARCHITECTURE.md draws it. A folder may always import itself and
 * packages; `cli` and `test` may import everything.
 */
import rulesByFolder from './test/import-rules.json' with { type: 'json' };

const ours =
  'access|analytics|care|cli|deck|domain|downtime|evidence|features|flows|generators|input|lab|load|migration|monitors|pages|reference|reports|scenarios|simulation|systems|test|weeks';

/** What is only there to test with may use anything that it tests with. */
const TESTS = '([.](test|bench)[.]tsx?$|/testing/)';

const rules = Object.entries(rulesByFolder).map(([folder, targets]) => ({
  name: `${folder.replace('/', '-')}-may-import`,
  comment: `${folder} may import ${targets.join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: TESTS },
  to: {
    path: `^(${ours})/`,
    pathNot: [folder, ...targets].map((target) => `^${target}(/|$)`),
  },
}));

export default {
  forbidden: [
    ...rules,
    {
      name: 'sentences-alone-know-the-world',
      comment: 'Of an area only its sentences know cucumber-js and its World.',
      severity: 'error',
      from: { path: '^care/[^/]+/', pathNot: '/(steps|[a-z-]*table)[.]ts$' },
      to: { path: '^features/' },
    },
    {
      name: 'of-another-area-only-its-index',
      comment: 'An area shows others what its index exports and its words, and nothing else.',
      severity: 'error',
      from: { path: '^care/([^/]+)/' },
      to: { path: '^care/', pathNot: ['^care/$1/', '^care/[^/]+/(index|words)[.]ts$'] },
    },
    {
      name: 'nobody-knows-reference',
      comment:
        'The reference environment is reached over the network only; the commands and the tests start it.',
      severity: 'error',
      from: { path: `^(${ours})/`, pathNot: '^(reference|cli|test)/' },
      to: { path: '^reference/' },
    },
    {
      name: 'no-node-in-k6',
      comment:
        'What is bundled for k6 is the same driver and interpreter as in Node, so it uses no node: module.',
      severity: 'error',
      from: {
        path: '^(domain|systems/(driver|fhir-r4)|load/script)/|^flows/(flow-run|last-looks|asking|broken|step-result)[.]ts|^care/[^/]+/',
        pathNot:
          '([.]test[.]ts$|/testing/|^systems/fhir-r4/transports/|^care/[^/]+/(pages|steps|[a-z-]*table|contract|checks|words)[.]ts$)',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circles-of-commands',
      comment: 'A command knows what it does; what it does knows no command, not even a type of it.',
      severity: 'error',
      from: { path: '^cli/' },
      to: { circular: true },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies',
      comment: 'What runs for users is installed for users.',
      severity: 'error',
      from: {
        path: `^(${ours})/`,
        pathNot: ['[.](test|bench)[.]tsx?$', '^test/', '^(features/support|systems)/contract'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(runs|node_modules|[.]cache|reference/client/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

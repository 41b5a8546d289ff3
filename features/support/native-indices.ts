import TreeRegexp from '@cucumber/cucumber-expressions/dist/TreeRegexp.js';

/**
 * Where each group of a sentence stands is asked of the language itself (ES2022, `d`). cucumber-expressions parses every
 * sentence's pattern for it, as was needed before there was such a flag: that took two thirds of the time in which a command
 * reads its flows.
 */
const withIndices = new WeakMap<RegExp, RegExp>();

TreeRegexp.prototype.match = function (text) {
  const { regexp, groupBuilder } = this;
  const telling = withIndices.get(regexp) ?? new RegExp(regexp, `${regexp.flags.replace('d', '')}d`);
  withIndices.set(regexp, telling);
  const found = telling.exec(text);
  let group = 0;
  return found === null
    ? null
    : groupBuilder.build(found as Parameters<typeof groupBuilder.build>[0], () => group++);
};

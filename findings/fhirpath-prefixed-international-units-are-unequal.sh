#!/usr/bin/env bash
# fhirpath 5.2.2 with the @lhncbc/ucum-lhc 7.1.10 it brings (npm): a TSH of 1 m[iU]/L is said not to be equal to one of 0.001 [iU]/L,
# and which of the two is less is not known. UCUM forbids to convert an arbitrary unit into another; these are one and the same
# with a prefix, as 'mmol/L' is of 'mol/L'. The library of units refuses the conversion with a reason; the expression answers
# `false`, as it does for a substance's amount and its mass, so a rule on heparin, insulin, hCG or TSH is decided wrongly
# without a word.
# Write both sides in one unit before comparing. Needs Node and npm; takes seconds. Fails when this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund fhirpath@5.2.2 @lhncbc/ucum-lhc@7.1.10
cat > units.cjs <<'JS'
const fhirpath = require('fhirpath');
const { UcumLhcUtils } = require('@lhncbc/ucum-lhc');

for (const asked of [
  "1 'mmol/L' = 0.001 'mol/L'",
  "1 'm[iU]/L' = 0.001 '[iU]/L'",
  "1 'm[iU]/L' ~ 0.001 '[iU]/L'",
  "1 'm[iU]/L' < 1 '[iU]/L'",
  "1 'm[iU]/L' = 1 'm[iU]/L'",
  "1 'mmol/L' = 1 'mg/L'",
]) {
  console.log(`${asked}: ${JSON.stringify(fhirpath.evaluate({}, asked))}`);
}
const { status, msg } = UcumLhcUtils.getInstance().convertUnitTo('m[iU]/L', 1000, '[iU]/L');
console.log(`1000 m[iU]/L in [iU]/L: ${status}, ${msg.join(' ')}`);
JS
seen=$(node units.cjs)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
1 'mmol/L' = 0.001 'mol/L': [true]
1 'm[iU]/L' = 0.001 '[iU]/L': [false]
1 'm[iU]/L' ~ 0.001 '[iU]/L': [false]
1 'm[iU]/L' < 1 '[iU]/L': []
1 'm[iU]/L' = 1 'm[iU]/L': [true]
1 'mmol/L' = 1 'mg/L': [false]
1000 m[iU]/L in [iU]/L: failed, Attempt to convert to arbitrary unit "[iU]/L"
SEEN

#!/usr/bin/env bash
# fhir 4.12.0 (npm), which turns FHIR's JSON into XML and back and validates it: a decimal comes back from XML as a string, in every
# place where a resource has one, and the package's own validator calls that an error ("Number type expected"). Integers come back as numbers.
# Of 0.0000001 it writes 1e-7, a decimal that FHIR allows, and its own reader of XML throws on it.
# A round trip through XML is thus no identity: turn decimals into numbers after reading. Needs Node and npm; takes seconds. Fails when this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund fhir@4.12.0
cat > decimals.cjs <<'JS'
const { Fhir } = require('fhir');

const fhir = new Fhir();
const observation = (value) => ({ resourceType: 'Observation', status: 'final', code: { text: 'Kalium' }, ...value });
for (const value of [
  { valueInteger: 4 },
  { valueQuantity: { value: 4.1 } },
  { referenceRange: [{ low: { value: 3.5 } }] },
  { valueQuantity: { value: 1e-7 } },
]) {
  const given = observation(value);
  try {
    const back = fhir.xmlToObj(fhir.objToXml(given));
    const { resourceType, status, code, ...read } = back;
    const said = fhir.validate(back).messages.map(({ message }) => message);
    console.log(`${JSON.stringify(value)} valid ${fhir.validate(given).valid}: ${[JSON.stringify(read), ...said].join(', ')}`);
  } catch (error) {
    console.log(`${JSON.stringify(value)} valid ${fhir.validate(given).valid}: throws ${error.message}`);
  }
}
JS
seen=$(node decimals.cjs)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
{"valueInteger":4} valid true: {"valueInteger":4}
{"valueQuantity":{"value":4.1}} valid true: {"valueQuantity":{"value":"4.1"}}, Number type expected but string received for value "4.1"
{"referenceRange":[{"low":{"value":3.5}}]} valid true: {"referenceRange":[{"low":{"value":"3.5"}}]}, Number type expected but string received for value "3.5"
{"valueQuantity":{"value":1e-7}} valid true: throws Value should be a decimal number but got: 1e-7
SEEN

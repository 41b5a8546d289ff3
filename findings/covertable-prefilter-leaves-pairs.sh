#!/usr/bin/env bash
# covertable 2.5.2 (npm), a maker of covering arrays: with a preFilter, which is there to rule out rows that cannot be, the rows that
# come back do not cover every pair of values that can be, and nothing says so. One forbidden row of three values among four
# factors leaves all 63 pairs possible: 61 are covered. Where each role has places of its own, 48 of 57 are. Without a filter
# all are. The filter is asked about whole rows only, so none of it is the caller's doing.
# Whoever tries rules of access by it must count the pairs. Needs Node and npm; takes seconds. Fails when this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund covertable@2.5.2
cat > pairs.cjs <<'JS'
const { make } = require('covertable');

const factors = {
  role: ['physician', 'nurse', 'patient', 'guardian'],
  place: ['ward', 'primary care', 'home'],
  consent: ['given', 'refused', 'not asked'],
  thing: ['note', 'drug', 'answer'],
};
const names = Object.keys(factors);
const every = names.reduce(
  (rows, name) => rows.flatMap((row) => factors[name].map((value) => ({ ...row, [name]: value }))),
  [{}],
);
const pairsIn = (rows) =>
  new Set(
    rows.flatMap((row) =>
      names.flatMap((one, at) => names.slice(at + 1).map((other) => `${one} ${row[one]}, ${other} ${row[other]}`)),
    ),
  );

function told(what, isPossible) {
  let ofParts = 0;
  const rows = make(factors, {
    preFilter(row) {
      if (names.some((name) => row[name] === undefined)) ofParts += 1;
      return isPossible(row);
    },
  });
  const possible = pairsIn(every.filter(isPossible));
  const covered = pairsIn(rows.filter(isPossible));
  console.log(`${what}: ${covered.size} of ${possible.size} pairs, asked about parts of rows ${ofParts} times`);
}

const isStaff = ({ role }) => role === 'physician' || role === 'nurse';
told('no rule', () => true);
told('one row of three', ({ role, consent, thing }) => !(role === 'patient' && consent === 'refused' && thing === 'note'));
told('places of their own', (row) => isStaff(row) === (row.place !== 'home'));
JS
seen=$(node pairs.cjs)
echo "covertable $(node -p "require('covertable/package.json').version")"
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
no rule: 63 of 63 pairs, asked about parts of rows 0 times
one row of three: 61 of 63 pairs, asked about parts of rows 0 times
places of their own: 48 of 57 pairs, asked about parts of rows 0 times
SEEN

#!/usr/bin/env bash
# regexp-match-indices 1.0.2 (npm), by which Cucumber expressions 20.1.0 find where the words of a sentence stand: of a group that
# is repeated it gives the text of the last turn, as JavaScript does, and the place of the first, as long as the last. Of
# "ja nej slut" the group says "nej" and stands where "ja " does. JavaScript's own flag `d` tells the place of what it gives.
# Whoever marks the words of a sentence by it marks another word. Groups that are not repeated are right. Needs Node and npm; takes
# seconds. Fails when this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund regexp-match-indices@1.0.2
cat > groups.cjs <<'JS'
const library = require('regexp-match-indices');
const execWithIndices = library.default ?? library;

const told = ({ indices: [, [from, to]] }, text) => `${from}-${to} ${JSON.stringify(text.slice(from, to))}`;

for (const [pattern, text] of [
  ['(?:(ja|nej) )+slut', 'ja nej slut'],
  ['(\\d)+', '123'],
  ['^(a(b)?)+$', 'aba'],
  ['(ja) nej', 'ja nej'],
]) {
  const native = new RegExp(pattern, 'd').exec(text);
  const own = execWithIndices(new RegExp(pattern), text);
  console.log(`${pattern} on ${text}: ${native[1]}, here ${told(native, text)}, there ${told(own, text)}`);
}
JS
seen=$(node groups.cjs)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
(?:(ja|nej) )+slut on ja nej slut: nej, here 3-6 "nej", there 0-3 "ja "
(\d)+ on 123: 3, here 2-3 "3", there 0-1 "1"
^(a(b)?)+$ on aba: a, here 2-3 "a", there 0-1 "a"
(ja) nej on ja nej: ja, here 0-2 "ja", there 0-2 "ja"
SEEN

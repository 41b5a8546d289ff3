#!/usr/bin/env bash
# fhirpathpy 2.2.4 (PyPI) says to be a port of fhirpath (npm, here 5.2.2). Of one valid expression the two tell two truths: in
# Python 1 mg is not equal to 0.001 g, no amount can be compared with another even in one unit (an error is raised), a half is rounded
# to the even neighbour (2.5 mg becomes 2) and a remainder has the sign of the divisor. FHIRPath converts units that measure the same thing,
# rounds a half away from zero and defines mod by division that is cut towards zero: the engine of npm does so.
# A rule on doses that is tried in one language is not tried for the other. Needs Node with npm and Python 3 with venv; takes seconds.
# Fails when this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund fhirpath@5.2.2
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check fhirpathpy==2.2.4
cat > asked.txt <<'TXT'
1 'mg' = 0.001 'g'
1 'mg' = 1 'mg'
5 'mg' < 6 'mg'
2.5.round(0)
1.25.round(1)
1.5.round(0)
-5 mod 3
5 mod 3
TXT
cat > asked.py <<'PY'
import fhirpathpy

for asked in open('asked.txt').read().splitlines():
    try:
        print(*[str(value).lower() for value in fhirpathpy.evaluate({}, asked, {})])
    except Exception as error:
        print(type(error).__name__)
PY
cat > asked.cjs <<'JS'
const fhirpath = require('fhirpath');

for (const asked of require('node:fs').readFileSync('asked.txt', 'utf8').trim().split('\n')) {
  console.log(fhirpath.evaluate({}, asked).join(' '));
}
JS
node asked.cjs > node.txt
python/bin/python asked.py > python.txt
seen=$(paste -d '|' asked.txt node.txt python.txt)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
1 'mg' = 0.001 'g'|true|false
1 'mg' = 1 'mg'|true|true
5 'mg' < 6 'mg'|true|TypeError
2.5.round(0)|3|2
1.25.round(1)|1.3|1.2
1.5.round(0)|2|2
-5 mod 3|-2|1
5 mod 3|2|2
SEEN

#!/usr/bin/env bash
# @lhncbc/ucum-lhc 7.1.10 (npm), the library of units: a slope of 100 % is said to be 0.785 degrees, "succeeded"; it is 45 degrees,
# 0.785 radians. The treadmill of an exercise test told in percent becomes flat. The way back is as wrong: 45 degrees of slope are said
# to be 162 %, as the tangent of 45 radians is. 80 degrees of Réaumur, at which water boils, are said to be 168.3 Celsius.
# Both units are special in UCUM, with a function of their own; Celsius and Fahrenheit, special as well, are right.
# Hold a conversion of a special unit against one known pair before use. Needs Node and npm; takes seconds. Fails when this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @lhncbc/ucum-lhc@7.1.10
cat > special.cjs <<'JS'
const { UcumLhcUtils } = require('@lhncbc/ucum-lhc');

const units = UcumLhcUtils.getInstance();
for (const [amount, from, to] of [
  [100, '%[slope]', 'deg'],
  [100, '%[slope]', 'rad'],
  [45, 'deg', '%[slope]'],
  [180, 'deg', 'rad'],
  [80, '[degRe]', 'Cel'],
  [100, 'Cel', '[degRe]'],
  [212, '[degF]', 'Cel'],
]) {
  const { status, toVal } = units.convertUnitTo(from, amount, to);
  console.log(`${amount} ${from} = ${toVal?.toFixed(3)} ${to}, ${status}`);
}
JS
seen=$(node special.cjs)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
100 %[slope] = 0.785 deg, succeeded
100 %[slope] = 0.014 rad, succeeded
45 deg = 161.978 %[slope], succeeded
180 deg = 3.142 rad, succeeded
80 [degRe] = 168.288 Cel, succeeded
100 Cel = 25.370 [degRe], succeeded
212 [degF] = 100.000 Cel, succeeded
SEEN

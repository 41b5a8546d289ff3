#!/usr/bin/env bash
# k6 2.2.0 (Go module go.k6.io/k6/v2): what Response.json() gives is not what JSON.parse(response.body) gives.
# - A list in it looks like an array (Array.isArray says true), but push() adds nothing and says nothing: its length stays.
# - The members of an object come in another order each time it is read, so that the same answer gives differing texts, and
#   what a script reads, changes in one member and sends back has all others in an order that the server never wrote.
# JSON.parse keeps the order and takes what is pushed. Seen: "json 1 of 2, parse 2 of 2, json in several orders, parse in 1".
# Needs Go, python3 and a network; takes some minutes. Fails when any of this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server"; chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder"
printf 'module finding\n\ngo 1.26\n\nrequire go.k6.io/k6/v2 v2.2.0\n' > go.mod
go build -mod=mod -trimpath -ldflags='-s -w' -o k6 go.k6.io/k6/v2

mkdir served
printf '%s' '{"resourceType":"Patient","id":"1","active":true,"gender":"female","birthDate":"1980-01-01","name":[{"use":"official","family":"Testsson"}]}' > served/patient.json
python3 -u -m http.server --bind 127.0.0.1 --directory served 0 > server.log 2>&1 &
server=$!
until port=$(grep -o 'port [0-9]*' server.log | grep -o '[0-9]*'); do kill -0 "$server"; done

cat > script.js <<'JS'
import http from 'k6/http';

export default function () {
  const of = (read) => {
    const texts = new Set();
    for (let turn = 0; turn < 50; turn += 1) texts.add(JSON.stringify(read(http.get(__ENV.ADDRESS))));
    const patient = read(http.get(__ENV.ADDRESS));
    if (!Array.isArray(patient.name)) throw new Error('not a list');
    patient.name.push({ use: 'maiden', family: 'Provberg' });
    return { names: patient.name.length, orders: texts.size };
  };
  const json = of((response) => response.json());
  const parse = of((response) => JSON.parse(response.body));
  console.log(
    `json ${json.names} of 2, parse ${parse.names} of 2, json in ${json.orders > 1 ? 'several orders' : 'one order'}, parse in ${parse.orders}`,
  );
}
JS
./k6 version
seen=$(ADDRESS="http://127.0.0.1:$port/patient.json" ./k6 run --quiet --no-usage-report --summary-mode=disabled --log-format raw --include-system-env-vars script.js 2>&1)
echo "$seen"
grep -qxF 'json 1 of 2, parse 2 of 2, json in several orders, parse in 1' <<< "$seen"

#!/usr/bin/env bash
# hl7apy 1.3.5 (PyPI), a parser of HL7 v2: a message that is only read and written again has other text than it came with. The break
# of a line in an answer or a note, \.br\, becomes \E\.br\E\: the receiver shows the letters ".br" in one long line. It is so in
# OBX-5 of the kinds ST, TX and FT (formatted text, where the command belongs) and in NTE-3; the sign for a
# delimiter, \T\, is left alone. The message is valid before and after by its own validation.
# Pass such messages on as bytes. Needs Python 3 with venv; takes seconds. Fails when this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check hl7apy==1.3.5
cat > lines.py <<'PY'
from hl7apy.parser import parse_message


def passed_on(text):
    message = parse_message(text, find_groups=True)
    assert message.validate()
    return message.to_er7()


for kind in ['ST', 'TX', 'FT']:
    given = '\r'.join([
        r'MSH|^~\&|LAB|A|B|C|20241114101500||ORU^R01^ORU_R01|1|P|2.5.1',
        'PID|1||1^^^SE^PN||Berg^Anna',
        'OBR|1||L1|K^Odling',
        rf'OBX|1|{kind}|T^Utlåtande||Ingen växt.\.br\Prov \T\ remiss sparas.||||||F',
        r'NTE|1||rad ett\.br\rad två',
    ])
    once = passed_on(given).split('\r')
    print(once[3])
print(once[4])
PY
seen=$(python/bin/python lines.py)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
OBX|1|ST|T^Utlåtande||Ingen växt.\E\.br\E\Prov \T\ remiss sparas.||||||F
OBX|1|TX|T^Utlåtande||Ingen växt.\E\.br\E\Prov \T\ remiss sparas.||||||F
OBX|1|FT|T^Utlåtande||Ingen växt.\E\.br\E\Prov \T\ remiss sparas.||||||F
NTE|1||rad ett\E\.br\E\rad två
SEEN

#!/usr/bin/env bash
# dcmjs-dimse 0.3.3 with the dcmjs it brings (npm): the question for a modality's worklist that it makes asks for every attribute with an
# empty value, which means "tell me, whatever it is", except that the empty PregnancyStatus goes out as the number 0, which means "only
# those with 0". DICOM's values are 1 to 4. An archive that matches by it has orders waiting and answers with none, with
# Success; the modality shows an empty list. The other empty attributes, of texts and codes, stay empty.
# Ask without it: createWorklistFindRequest({ PregnancyStatus: undefined }). Needs Node and npm; takes seconds. Fails when this is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund dcmjs-dimse@0.3.3
cat > worklist.cjs <<'JS'
const { Dataset, requests } = require('dcmjs-dimse');

const IMPLICIT_VR_LITTLE_ENDIAN = '1.2.840.10008.1.2';
const sent = (asked) => {
  const question = requests.CFindRequest.createWorklistFindRequest(asked).getDataset();
  return new Dataset(question.getDenaturalizedDataset(), IMPLICIT_VR_LITTLE_ENDIAN).getElements();
};

const { PregnancyStatus, PatientID, PatientSex, AccessionNumber } = sent({ PatientName: '*' });
console.log(JSON.stringify({ PregnancyStatus, PatientID, PatientSex, AccessionNumber }));
console.log(JSON.stringify({ PregnancyStatus: sent({ PatientName: '*', PregnancyStatus: undefined }).PregnancyStatus }));
JS
seen=$(node worklist.cjs)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
{"PregnancyStatus":0,"PatientID":"","PatientSex":"","AccessionNumber":""}
{}
SEEN

/** What tests do to what the app keeps, in the browser: straight in its database, behind the app's back. */
globalThis.homeCareInPage = (() => {
  const NAME = 'genrep-home-care';
  const requested = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const ended = (transaction) =>
    new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
  const open = () => requested(indexedDB.open(NAME));

  async function outbox() {
    const kept = await open();
    const entries = await requested(kept.transaction('outbox').objectStore('outbox').getAll());
    kept.close();
    return entries;
  }

  /** The sign-in no longer holds, as where it has lasted too long: the server knows neither token. */
  async function spoilTokens() {
    const kept = await open();
    const writing = kept.transaction('device', 'readwrite');
    const device = await requested(writing.objectStore('device').get('this'));
    const signIn = { ...device.signIn, accessToken: 'gone', refreshToken: 'gone' };
    writing.objectStore('device').put({ ...device, signIn }, 'this');
    await ended(writing);
    kept.close();
  }

  const fallOf = (id, { patient }, at) => ({
    resourceType: 'Observation',
    status: 'final',
    identifier: [{ system: 'urn:genrep:home-care', value: id }],
    code: { coding: [{ system: 'urn:genrep:concept', code: 'fall-at-home' }], text: 'Fall i hemmet' },
    subject: { reference: patient },
    effectiveDateTime: at,
    valueString: 'Föll i köket',
  });

  /** Puts the database of the first version in the place of this one, with two things that wait. */
  async function asOfFirstVersion({ planned, author }) {
    const now = await open();
    const device = await requested(now.transaction('device').objectStore('device').get('this'));
    now.close();
    await requested(indexedDB.deleteDatabase(NAME));
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('device');
      opening.result.createObjectStore('visits', { keyPath: 'id' });
      opening.result.createObjectStore('outbox', { keyPath: 'id' });
    };
    const first = await requested(opening);
    const writing = first.transaction(['device', 'outbox'], 'readwrite');
    writing.objectStore('device').put(device, 'this');
    const ids = [crypto.randomUUID(), crypto.randomUUID()].sort();
    const at = new Date().toISOString();
    for (const id of ids) {
      const about = {
        kind: 'fall',
        visit: planned.visit,
        patient: planned.patient,
        author,
        at,
        words: 'Fall',
      };
      writing.objectStore('outbox').put({ id, ...about, what: { makes: fallOf(id, planned, at) } });
    }
    await ended(writing);
    first.close();
    return ids;
  }

  const pressure = (code, value) => ({
    code: { coding: [{ system: 'http://loinc.org', code }] },
    valueQuantity: { value, unit: 'mm[Hg]', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
  });
  const CATEGORY = {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }],
  };

  /** What a round leaves on the device when there was no network all day: at each visit a measurement, a dose, itself. */
  async function fillOutbox({ round, author }) {
    const kept = await open();
    const visits = await requested(kept.transaction('visits').objectStore('visits').getAll());
    const appointments = new Map(visits.map((visit) => [visit.id, visit.appointment]));
    const writing = kept.transaction('outbox', 'readwrite');
    const at = new Date().toISOString();
    const write = (kind, { visit, patient }, what) => {
      const id = crypto.randomUUID();
      const marks = { identifier: [{ system: 'urn:genrep:home-care', value: id }] };
      const tagged = { ...marks, meta: { tag: [{ system: 'urn:genrep:concept', code: 'home-care' }] } };
      const fact = { ...tagged, subject: { reference: patient }, effectiveDateTime: at };
      const entry = { id, kind, visit, patient, author, at, words: kind, state: 'waiting' };
      writing.objectStore('outbox').put({ ...entry, what: what(fact, marks) });
    };
    for (const planned of round) {
      write('measurement', planned, (fact) => ({
        makes: {
          ...{ resourceType: 'Observation', status: 'final', ...fact, category: [CATEGORY] },
          code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }], text: 'Blood pressure' },
          component: [pressure('8480-6', 140), pressure('8462-4', 80)],
        },
      }));
      write('dose', planned, (fact) => ({
        makes: {
          ...{ resourceType: 'MedicationAdministration', status: 'completed', ...fact },
          medicationCodeableConcept: { text: 'Amoxicillin' },
          request: { reference: planned.prescription },
          dosage: { dose: { value: 500, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' } },
        },
      }));
      const appointment = appointments.get(planned.visit);
      write('visited', planned, (_fact, marks) => ({
        changes: { ...appointment, status: 'fulfilled', ...marks },
        version: appointment.meta.versionId,
      }));
    }
    await ended(writing);
    kept.close();
  }

  return { outbox, spoilTokens, asOfFirstVersion, fillOutbox };
})();

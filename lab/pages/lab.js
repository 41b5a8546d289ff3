// One page, sent anew whenever something happens; taps that wait for contact, each sent until it is answered.
const main = document.getElementById('main');
const offline = document.getElementById('offline');
const csrf = document.querySelector('meta[name="csrf"]').content;
const clockOff = document.getElementById('clock-off');

const language = document.getElementById('language');
const speak = (to) => {
  document.documentElement.lang = to;
  document.documentElement.dataset.language = to;
  sessionStorage.setItem('genrep-language', to);
};
speak(sessionStorage.getItem('genrep-language') ?? 'sv');
language.addEventListener('click', () => speak(document.documentElement.lang === 'sv' ? 'en' : 'sv'));

// Kept in the browser until the lab has answered, whatever happens to the network, the page or the tablet.
const outbox = idb.openDB('genrep-lab', 1, {
  upgrade: (database) => database.createObjectStore('taps', { keyPath: 'order', autoIncrement: true }),
});
const keep = async (tap) => (await outbox).add('taps', tap);
const firstWaiting = async () => (await (await outbox).transaction('taps').store.openCursor())?.value;
const forget = async (order) => (await outbox).delete('taps', order);

// A page on plain http in a local network has no randomUUID.
const newTap = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('');

// The lab refuses what is pressed by who did not see how things stood; it says so in words.
async function post({ fields: { match, ...fields }, tap, at }) {
  return fetch('/tap', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'csrf-token': csrf,
      accept: 'text/html',
      ...(match === undefined ? {} : { 'if-match': `"${match}"` }),
    },
    // How long ago, and not when: a tablet's clock may be hours wrong.
    body: new URLSearchParams({ ...fields, tap, ago: String(Math.max(0, Date.now() - at)) }),
  });
}

const withoutContact = () => {
  offline.hidden = false;
  setTimeout(send, 2000);
};

let isAsked = false;
let isSending = false;
async function send() {
  isAsked = true;
  if (isSending) return;
  isSending = true;
  try {
    // What was pressed while the last tap was on its way, too.
    while (isAsked) {
      isAsked = false;
      await sendWaiting();
    }
  } catch {
    return withoutContact();
  } finally {
    isSending = false;
  }
  offline.hidden = true;
  refresh().catch(withoutContact);
}

async function sendWaiting() {
  for (let first = await firstWaiting(); first !== undefined; first = await firstWaiting()) {
    const answer = await post(first);
    if (answer.status >= 500 || answer.status === 429) throw new Error(`The lab answered ${answer.status}.`);
    await forget(first.order);
    if (answer.redirected || answer.status === 401) return location.assign('/');
    if (!answer.ok) alert(await answer.text());
  }
}

main.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.getAttribute('action') !== '/tap') return;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form, event.submitter));
  form.reset();
  await keep({ fields, tap: newTap(), at: Date.now() });
  send();
});

// What somebody is writing, or has opened, is left as it is.
const isBusy = (element) =>
  element === document.activeElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);

// Of many things that happen at once the last look shows all.
let looking;
let isBehind = false;
function refresh() {
  isBehind = looking !== undefined;
  looking ??= look().finally(() => {
    looking = undefined;
    if (isBehind) refresh().catch(() => undefined);
  });
  return looking;
}

const OFF_BY_TOO_MUCH = 5 * 60 * 1000;

async function look() {
  const answer = await fetch(location.pathname === '/vagg' ? '/view?onWall' : '/view', {
    headers: { accept: 'text/html' },
  });
  if (answer.status === 401) return location.assign('/');
  const text = await answer.text();
  if (!answer.ok) return;
  const theirs = Date.parse(answer.headers.get('date'));
  clockOff.hidden = !(Math.abs(Date.now() - theirs) > OFF_BY_TOO_MUCH);
  const next = main.cloneNode(false);
  next.innerHTML = text;
  morphdom(main, next, {
    onBeforeElUpdated(from, to) {
      if (isBusy(from)) return false;
      if (from.tagName === 'DETAILS') to.open = from.open;
      if (['INPUT', 'TEXTAREA', 'SELECT'].includes(from.tagName) && from.type !== 'hidden') return false;
      return !from.isEqualNode(to);
    },
  });
}

let events;
function listen() {
  events?.close();
  events = new EventSource('/events');
  events.onmessage = () => {
    offline.hidden = true;
    refresh().catch(() => undefined);
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  };
}

if (main.querySelector('[data-live]')) {
  listen();
  // A tablet that slept believes that its stream is open.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      listen();
      send();
    }
  });
  window.addEventListener('online', send);
  // By the code on a printed card.
  const printed = /^#kort=(.+)$/.exec(location.hash)?.[1];
  if (printed !== undefined) {
    history.replaceState(null, '', '/');
    const fields = { do: 'opened', card: decodeURIComponent(printed) };
    keep({ fields, tap: newTap(), at: Date.now() }).then(send);
  } else send();
} else {
  const code = document.getElementById('code');
  if (code !== null && /^#[A-Z]+$/i.test(location.hash)) code.value = location.hash.slice(1);
}

// One page, sent anew whenever something happens; taps that wait for contact, each sent until it is answered.
const main = document.getElementById('main');
const offline = document.getElementById('offline');
const csrf = document.querySelector('meta[name="csrf"]').content;
const OUTBOX = 'genrep-lab-outbox';

const language = document.getElementById('language');
const speak = (to) => {
  document.documentElement.lang = to;
  document.documentElement.dataset.language = to;
  sessionStorage.setItem('genrep-language', to);
};
speak(sessionStorage.getItem('genrep-language') ?? 'sv');
language.addEventListener('click', () => speak(document.documentElement.lang === 'sv' ? 'en' : 'sv'));

const waiting = () => JSON.parse(localStorage.getItem(OUTBOX) ?? '[]');
const keep = (taps) => localStorage.setItem(OUTBOX, JSON.stringify(taps));

// A page on plain http in a local network has no randomUUID.
const newTap = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('');

let sending = false;
async function send() {
  if (sending) return;
  sending = true;
  try {
    for (let [first] = waiting(); first !== undefined; [first] = waiting()) {
      const answer = await fetch('/tap', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'csrf-token': csrf,
          accept: 'text/html',
        },
        body: new URLSearchParams(first),
      });
      if (answer.status >= 500 || answer.status === 429)
        throw new Error(`The lab answered ${answer.status}.`);
      keep(waiting().filter(({ tap }) => tap !== first.tap));
      if (answer.redirected || answer.status === 401) return location.assign('/');
      if (!answer.ok) alert(await answer.text());
    }
    offline.hidden = true;
    await refresh();
  } catch {
    offline.hidden = false;
    setTimeout(send, 2000);
  } finally {
    sending = false;
  }
}

main.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.getAttribute('action') !== '/tap') return;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form, event.submitter));
  keep([...waiting(), { ...fields, tap: newTap() }]);
  form.reset();
  send();
});

// What somebody is writing, or has opened, is left as it is.
const isBusy = (element) =>
  element === document.activeElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);

let asked = 0;
async function refresh() {
  const mine = ++asked;
  const answer = await fetch(location.pathname === '/vagg' ? '/view?onWall' : '/view', {
    headers: { accept: 'text/html' },
  });
  if (answer.status === 401) return location.assign('/');
  const text = await answer.text();
  if (mine !== asked || !answer.ok) return;
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
  send();
} else {
  const code = document.getElementById('code');
  if (code !== null && location.hash.length > 1) code.value = location.hash.slice(1);
}

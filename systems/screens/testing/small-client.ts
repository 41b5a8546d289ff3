import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What goes wrong in a client, behind its pages. */
export type ClientFault =
  | 'comment-dropped'
  | 'other-test'
  | 'urgent-ignored'
  | 'notice-kept'
  | 'enter-ignored'
  | 'button-renamed'
  | 'link-gone'
  | 'heading-gone'
  | 'breaks'
  | 'breaks-when-sent'
  | 'lost'
  | 'lost-silently'
  | 'twice'
  | 'says-no'
  | 'silent'
  | 'other-patient'
  | 'cut-off'
  | 'uncounted'
  | 'many-counted'
  | 'two-lists'
  | 'two-buttons'
  | 'half-page'
  | 'slow-list';

/** An order as the client keeps it. */
export interface KeptOrder {
  readonly patient: string;
  readonly test: string;
  readonly comment: string;
  readonly urgent: boolean;
  readonly notice: boolean;
}

export interface SmallClient {
  readonly address: string;
  readonly orders: KeptOrder[];
  readonly patients: Set<string>;
  readonly faults: Set<ClientFault>;
  close(): Promise<void>;
}

export const PASSWORD = 'grönlångkål-7';

/** A web client with ordinary roles and labels: people, orders, a form and a list; each of its faults can be planted. */
export async function startSmallClient(): Promise<SmallClient> {
  const state = {
    orders: [] as KeptOrder[],
    patients: new Set<string>(),
    faults: new Set<ClientFault>(),
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://klienten');
    const signedIn = request.headers.cookie?.includes('inne=ja') === true;
    const sent = new URLSearchParams(request.method === 'POST' ? await text(request) : '');
    const answer = answerTo(state, { path: url.pathname, asked: url.searchParams, sent, signedIn });
    response.writeHead(answer.status ?? 200, {
      'content-type': 'text/html; charset=utf-8',
      ...answer.headers,
    });
    const send = (): unknown => response.end(answer.body);
    // A page that is slow is what is tried here.
    if (answer.after === undefined) send();
    else setTimeout(send, answer.after);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/klient/`;
  return { address, ...state, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

type State = Pick<SmallClient, 'orders' | 'patients' | 'faults'>;

interface Asked {
  readonly path: string;
  readonly asked: URLSearchParams;
  readonly sent: URLSearchParams;
  readonly signedIn: boolean;
}

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly after?: number;
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="sv"><title>${title}</title><main>${body}<p role="status"></p></main></html>`;

const to = (location: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status: 303,
  headers: { location: `/klient${location}`, ...headers },
});

function answerTo(state: State, { path, asked, sent, signedIn }: Asked): Reply {
  const { orders, patients, faults } = state;
  const way = path.replace('/klient', '');
  if (way === '/in' && sent.has('losen')) {
    return sent.get('losen') === PASSWORD ? to('/', { 'set-cookie': 'inne=ja; Path=/' }) : to('/?fel=ja');
  }
  if (!signedIn) return { body: page('Kliniken', signInForm(asked.has('fel'))) };
  if (faults.has('breaks') && way !== '/') return { status: 500, body: page('Fel', '<h1>Fel</h1>') };
  switch (way) {
    case '/':
      return { body: page('Kliniken', `<p>Version 3.2</p><button>Logga ut</button>`) };
    case '/patienter':
      return { body: page('Patienter', patientList(state, asked.get('nummer'))) };
    case '/patienter/ny':
      if (sent.has('nummer')) {
        patients.add(sent.get('nummer') ?? '');
        return { body: page('Sparat', '<p role="status">Patienten är upplagd.</p>') };
      }
      return { body: page('Ny patient', newPatient) };
    case '/bestall':
      return sent.has('prov') ? ordered(state, sent) : { body: page('Beställ prov', orderForm(state)) };
    case '/bestallningar':
      return { body: page('Beställningar', orderList(state, asked.get('nummer') ?? '')) };
    case '/rader':
      return { body: table(state, asked.get('nummer') ?? ''), after: 400 };
    default:
      return { status: 404, body: page(`Okänd sida, ${orders.length} beställningar`, '<h1>Finns inte</h1>') };
  }
}

const signInForm = (wrong: boolean): string =>
  `<p>Version 3.2</p><h1>Logga in</h1>${wrong ? '<p role="alert">Fel användarnamn eller lösenord.</p>' : ''}
  <form method="post" action="/klient/in"><label>Användare <input name="vem"></label>
  <label>Lösenord <input type="password" name="losen"></label><button>Logga in</button></form>`;

function patientList({ patients, faults }: State, sought: string | null): string {
  const found = faults.has('other-patient')
    ? ['19000101-0000']
    : [...patients].filter((each) => each === sought);
  const links = found.map((each) => `<li><a href="/klient/patient">${each}</a></li>`).join('');
  return `<h1>Patienter</h1><form><label>Personnummer <input name="nummer"></label>
    ${faults.has('enter-ignored') ? '' : '<input type="submit" hidden>'}</form>
    ${faults.has('enter-ignored') ? '<script>document.forms[0].onsubmit = () => false</script>' : ''}
    ${sought === null ? '' : `<p>${found.length} träffar</p>`}<ul>${links}</ul>`;
}

const newPatient = `<h1>Ny patient</h1><form method="post"><label>Personnummer <input name="nummer"></label>
  <button>Spara</button></form>`;

const orderForm = ({ patients, faults }: State): string => `
  ${faults.has('heading-gone') ? '' : '<h1>Beställ prov</h1>'}
  ${faults.has('link-gone') ? '' : '<a href="#form">Till formuläret</a>'}
  <form method="post" id="form" aria-label="Beställning">
    <label>Patient <select name="patient">${[...patients].map((each) => `<option>${each}</option>`).join('')}</select></label>
    <label>Prov <select name="prov"><option>TnT</option><option>Kalium</option></select></label>
    <label>Kommentar <input name="kommentar"></label>
    <label><input type="checkbox" name="akut"> Akut</label>
    <label><input type="checkbox" name="besked" checked> Besked</label>
    <button>${faults.has('button-renamed') ? 'Skicka' : 'Spara'}</button>
    ${faults.has('two-buttons') ? '<button>Spara</button>' : ''}
  </form>`;

function ordered({ orders, faults }: State, sent: URLSearchParams): Reply {
  const order: KeptOrder = {
    patient: sent.get('patient') ?? '',
    test: faults.has('other-test') ? 'Kalium' : (sent.get('prov') ?? ''),
    comment: faults.has('comment-dropped') ? '' : (sent.get('kommentar') ?? ''),
    urgent: sent.has('akut') && !faults.has('urgent-ignored'),
    notice: sent.has('besked') || faults.has('notice-kept'),
  };
  if (faults.has('breaks-when-sent')) return { status: 502, body: page('Fel', '<h1>Fel</h1>') };
  if (faults.has('says-no'))
    return { body: page('Nej', '<p role="alert">Provet får inte beställas här.</p>') };
  if (!faults.has('lost') && !faults.has('lost-silently')) orders.push(order);
  if (faults.has('twice')) orders.push(order);
  if (faults.has('silent') || faults.has('lost-silently'))
    return { body: page('Beställning', '<h1>Beställning</h1>') };
  return { body: page('Sparat', '<p role="status">Beställningen är sparad.</p>') };
}

function orderList(state: State, sought: string): string {
  const { faults } = state;
  const search = `<label>Sök <input name="nummer"></label><button>Sök</button>`;
  if (faults.has('slow-list')) {
    return `<h1>Beställningar</h1><form>${search}</form><div id="lista">${table(state, 'ingen')}</div>
      <script>document.forms[0].onsubmit = (event) => {
        event.preventDefault();
        fetch('/klient/rader?nummer=' + event.target.nummer.value).then((answer) => answer.text())
          .then((rows) => { document.getElementById('lista').innerHTML = rows; });
      }</script>`;
  }
  return `<h1>Beställningar</h1><form>${search}</form>${table(state, sought)}${faults.has('half-page') ? '' : '<footer>Sidan slut</footer>'}`;
}

function table({ orders, faults }: State, sought: string): string {
  const all = orders
    .map((order, at) => ({ number: at + 1, ...order }))
    .filter(({ patient }) => patient.includes(sought));
  const shown = faults.has('cut-off') ? all.slice(0, 1) : all;
  const counted = faults.has('many-counted') ? Number(`1${all.length}`) : all.length;
  const rows = shown.map(
    ({ number, patient, test, comment, urgent, notice }) =>
      `<tr><th>${number}</th><td>${patient}</td><td>${test}</td><td>${comment}</td><td>${urgent ? 'ja' : 'nej'}</td><td>${notice ? 'ja' : 'nej'}</td></tr>`,
  );
  const list =
    shown.length === 0
      ? ''
      : `<table><thead><tr><th>Nummer</th><th>Patient</th><th>Prov</th><th>Kommentar</th><th>Akut</th><th>Besked</th></tr></thead>${rows.join('')}</table>`;
  return `${list}${faults.has('two-lists') ? list : ''}${faults.has('uncounted') ? '' : `<p>${counted} beställningar</p>`}`;
}

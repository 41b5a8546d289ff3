import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app.tsx';
import { HomeCare } from './home-care.ts';
import { HomeCareProvider } from './home-care-context.tsx';
import { openKept } from './kept/database.ts';
import { TextsProvider } from './texts/texts.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element "root".');

// What the browser keeps for a site without asking it may also throw away.
await navigator.storage.persist();
// Where the line breaks meanwhile the app works all the same, and is put on the device the next time it is opened.
navigator.serviceWorker
  .register('/home-care/worker.js', { scope: '/home-care/' })
  .catch((problem: unknown) => console.warn(problem));

const homeCare = await HomeCare.open(await openKept());
if (location.pathname === '/home-care/callback') {
  await homeCare.signedIn(new URLSearchParams(location.search));
  history.replaceState(null, '', '/home-care/');
}
homeCare.begin();

createRoot(root).render(
  <StrictMode>
    <TextsProvider>
      <HomeCareProvider homeCare={homeCare}>
        <BrowserRouter basename="/home-care">
          <App />
        </BrowserRouter>
      </HomeCareProvider>
    </TextsProvider>
  </StrictMode>,
);

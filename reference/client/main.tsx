import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app.tsx';
import { SessionProvider } from './session/session.tsx';
import { LanguageProvider } from './texts/language.tsx';
import { bringWords } from './words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element "root".');

await bringWords();
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <BrowserRouter>
        <SessionProvider>
          <App />
        </SessionProvider>
      </BrowserRouter>
    </LanguageProvider>
  </StrictMode>,
);

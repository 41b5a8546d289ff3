import { Alert, Button, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { useHomeCare, useKnown } from './home-care-context.tsx';
import { ContactBar } from './pages/contact-bar.tsx';
import { RoundPage } from './pages/round-page.tsx';
import { VisitPage } from './pages/visit-page.tsx';
import { LANGUAGES, type Language, useLanguage } from './texts/texts.tsx';

/** The whole app: the round, and each visit of it. */
export function App(): ReactNode {
  const { texts } = useLanguage();
  return (
    <>
      <a className="skip-link" href="#content">
        {texts.app.skip}
      </a>
      <Head />
      <main id="content" tabIndex={-1}>
        <Pages />
      </main>
    </>
  );
}

function Pages(): ReactNode {
  const { device } = useKnown();
  const { texts } = useLanguage();
  if (device.signIn === undefined) return <Welcome />;
  if (device.signIn.account.unit?.kind !== 'home-care')
    return <Alert variant="warning">{texts.app.noUnit}</Alert>;
  return (
    <>
      <ContactBar />
      <Routes>
        <Route index element={<RoundPage />} />
        <Route path="visit/:id" element={<VisitPage />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </>
  );
}

function Welcome(): ReactNode {
  const homeCare = useHomeCare();
  const { entries } = useKnown();
  const { texts } = useLanguage();
  const waiting = entries.filter(({ state }) => state === 'waiting').length;
  return (
    <div className="welcome">
      <Heading level="1" size="medium">
        {texts.app.name}
      </Heading>
      <p>{texts.app.welcome}</p>
      {waiting > 0 && <Alert variant="warning">{texts.app.othersWaiting(waiting)}</Alert>}
      <Button onClick={() => void homeCare.signIn()}>{texts.app.signIn}</Button>
    </div>
  );
}

function Head(): ReactNode {
  const homeCare = useHomeCare();
  const { device } = useKnown();
  const { texts, language, choose } = useLanguage();
  return (
    <header className="head">
      <Link to="/" className="product">
        {texts.app.name}
      </Link>
      <div className="head-choices">
        <fieldset aria-label={texts.app.language} className="languages">
          {Object.entries(LANGUAGES).map(([key, name]) => (
            <button
              key={key}
              type="button"
              lang={key}
              aria-pressed={key === language}
              onClick={() => choose(key as Language)}
            >
              {name}
            </button>
          ))}
        </fieldset>
        {device.signIn !== undefined && (
          <button type="button" onClick={() => void homeCare.signOut()}>
            {texts.app.signOut}
          </button>
        )}
      </div>
    </header>
  );
}

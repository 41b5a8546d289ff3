import { Alert, Heading, Loader } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { DescribedQueue } from './described/described-queue.tsx';
import { SCREENS } from './described/screens/index.ts';
import { Frame } from './frame/frame.tsx';
import { homeOf } from './frame/menu.ts';
import { CriticalAnswers } from './pages/critical-answers.tsx';
import { InboxEntryPage } from './pages/inbox/entry-page.tsx';
import { Inbox } from './pages/inbox/inbox.tsx';
import { LaboratoryOrderPage } from './pages/laboratory/order-page.tsx';
import { LaboratoryWorklist } from './pages/laboratory/worklist.tsx';
import { MyAnswers } from './pages/my-answers.tsx';
import { MyPages } from './pages/my-pages/my-pages.tsx';
import { ExportPage } from './pages/patient/export.tsx';
import { PatientPage } from './pages/patient/patient-page.tsx';
import { RegisterArrival } from './pages/register-arrival.tsx';
import { Schedule } from './pages/schedule.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { Start } from './pages/start.tsx';
import { UnitList } from './pages/unit-list.tsx';
import { useGate } from './session/session.tsx';
import { useTexts } from './texts/language.tsx';

/** The whole client: sign in, then the pages that the server lets the role use. */
export function App(): ReactNode {
  const { state, session } = useGate();
  const { common, frame } = useTexts();
  if (state.status === 'waiting') return <Loader title={common.reading} size="3xlarge" className="waiting" />;
  if (session === null) return <SignIn problem={state.status === 'signed-out' ? state.problem : undefined} />;
  return (
    <Frame>
      <Routes>
        <Route index element={<Navigate to={homeOf(session.account)} replace />} />
        <Route path="start" element={<Start />} />
        <Route path="unit" element={<UnitList />} />
        <Route path="arrival" element={<RegisterArrival />} />
        <Route path="answers" element={<MyAnswers />} />
        <Route path="critical" element={<CriticalAnswers />} />
        <Route path="schedule" element={<Schedule />} />
        <Route path="laboratory" element={<LaboratoryWorklist />} />
        <Route path="laboratory/order/:id" element={<LaboratoryOrderPage />} />
        <Route path="inbox" element={<Inbox />} />
        <Route path="inbox/:id" element={<InboxEntryPage />} />
        {SCREENS.flatMap(({ tab, queues = [] }) =>
          queues.map((queue) => (
            <Route
              key={queue.path}
              path={`queue/${queue.path}`}
              element={<DescribedQueue key={queue.path} queue={queue} tab={tab.path} />}
            />
          )),
        )}
        <Route path="my/:tab?" element={<MyPages />} />
        <Route path="patient/:id/export" element={<ExportPage />} />
        <Route path="patient/:id/:tab?" element={<PatientPage />} />
        <Route
          path="*"
          element={
            <Alert variant="warning">
              <Heading level="1" size="small">
                {frame.noSuchPage}
              </Heading>
            </Alert>
          }
        />
      </Routes>
    </Frame>
  );
}

import type { Monitor } from '../../domain/monitor.ts';

/** What a role must not do is refused, whenever it is tried. */
export const monitor: Monitor = {
  id: 'refused',
  kind: 'may',
  sv: 'Den som inte får skriva eller logga in hindras, varje gång det prövas',
  en: 'Who must not write or come in is stopped, every time it is tried',
  source:
    'Patientdatalagen (2008:355), 4 kap. 2 §; rollernas rätt är ett antagande tills regionen bekräftat den',
  needs: 'authority',
  judge: ({ tried }) => {
    const judged = tried.filter(
      ({ about, outcome }) => (about === 'authority' || about === 'signing-in') && outcome !== 'unclear',
    );
    return {
      lookedAt: judged.length,
      findings: judged.flatMap(({ outcome, probe, sv, expected, observed, kind, instance, reference }) =>
        outcome === 'as-it-must'
          ? []
          : [
              {
                component: 'access' as const,
                ...{ kind, instance, reference },
                cause: probe,
                expected: `${sv}: ${expected}`,
                observed,
              },
            ],
      ),
    };
  },
};

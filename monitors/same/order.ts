import type { Monitor } from '../../domain/monitor.ts';

/** A list that was asked for in an order comes in it. */
export const monitor: Monitor = {
  id: 'order',
  kind: 'same',
  sv: 'Listor kommer i den ordning de ska, det nyaste först',
  en: 'Lists come in the order they should, the newest first',
  source: 'assumption',
  needs: 'views',
  judge: ({ looked }) => {
    const ordered = looked.filter(({ inOrder, shown }) => inOrder !== undefined && shown.length > 1);
    return {
      lookedAt: ordered.length,
      findings: ordered.flatMap(({ inOrder, what, reader, instance, shown }) =>
        inOrder === true
          ? []
          : [
              {
                component: 'api' as const,
                instance,
                cause: `${what} order`,
                expected: `${reader} får ${what} med det nyaste först.`,
                observed: 'Listan kom i en annan ordning.',
                reference: shown[0]?.id,
              },
            ],
      ),
    };
  },
};

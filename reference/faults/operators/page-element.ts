import type { Operator } from '../operator.ts';

export const pageElement: Operator = {
  name: 'page-element',
  does: 'What a CSS selector finds on the page is hidden, cannot be pressed, shows what it showed for the patient before, is cut, or has words replaced.',
  places: ['page'],
  options: {
    css: { type: 'string', minLength: 1 },
    how: { enum: ['hidden', 'disabled', 'former', 'cut', 'replaced'] },
    length: { type: 'integer', minimum: 0 },
    from: { type: 'string', minLength: 1 },
    to: { type: 'string' },
  },
  required: ['css', 'how'],
  apply: (thing, { options }) => ({
    things: [{ ...thing, elements: [...(Array.isArray(thing.elements) ? thing.elements : []), options] }],
  }),
};

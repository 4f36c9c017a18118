import type { support as en } from '../en/support.ts';

/** Was what the employer promised delivered? */
export const support: typeof en = {
  tab: 'Una pregunta breve',
  heading: (day) => `¿Se entregó el apoyo prometido para el ${day}?`,
  leadSelf:
    'A usted se le prometió el apoyo que aparece abajo. Por favor, indique si lo recibió. Lo que no se entregó se tiene a la vista cuando se toma la decisión.',
  leadOther: (name) =>
    `El apoyo que aparece abajo se le prometió a ${name}. Por favor, indique si se entregó.`,
  promise: (kind, what) => `${kind}: ${what}`,
  promisedBy: (owner, heading) => `Lo prometió ${owner}, para “${heading}”.`,
  question: '¿Se entregó?',
  delivered: { yes: 'Sí', partly: 'En parte', no: 'No' },
  note: 'Una nota sobre esto',
};

import type { approval as en } from '../en/approval.ts';

/** A second person confirms a proposed decision, or sends it back. */
export const approval: typeof en = {
  tab: 'Una decisión por confirmar',
  heading: 'Confirme esta decisión o devuélvala',
  lead: (proposer, name) =>
    `${proposer} propone la decisión de abajo sobre el plan de ${name}. No tiene efecto hasta que usted la confirme.`,
  why: 'Por qué se le pregunta',
  whySays: {
    second_look:
      'La decisión dice algo distinto de lo que dijeron las reuniones de seguimiento. Por favor, vea si la explicación se sostiene.',
    separate_decider: 'Quien propone este resultado no puede decidirlo por su cuenta.',
  },
  proposed: 'La decisión propuesta',
  answers: 'Lo que se respondió durante el plan',
  choice: '¿La confirma?',
  confirm: 'Sí, confirmo esta decisión',
  confirmHint: 'Entonces queda registrada y se envía a las personas que corresponde.',
  return: 'No, la devuelvo',
  returnHint:
    'Se pregunta de nuevo, con el motivo que usted dé, a quien la propuso. El plazo para decidir sigue corriendo.',
  reason: 'Si la devuelve: ¿por qué?',
  typedName: 'Su nombre completo',
  typedNameHint: 'Escribir aquí su nombre equivale a firmar esta respuesta.',
};

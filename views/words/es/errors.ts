import type { errors as en } from '../en/errors.ts';

/** What is wrong with a field, in the same words in the summary and at the field. */
export const errors: typeof en = {
  choiceOf: {
    recipient: 'Elija si recibió este plan o si decide no firmar',
    issuer: 'Elija si emitió este plan y habló de él o si decide no firmar',
    reissuer: 'Elija si habló del plan tal como está ahora o si decide no firmar',
    successor: 'Elija si asumió este plan o si decide no firmar',
  },
  typedName: 'Escriba su nombre completo',
  meeting: 'Elija si esta reunión de seguimiento se celebró',
  progress: (heading) => `Elija cómo van las cosas en “${heading}”`,
  outcome: 'Elija un resultado',
  reason: (heading) => `Dé sus razones para “${heading}”`,
  extendTo: 'Elija el nuevo último día',
  extendToUnneeded: 'Elija “Sin prórroga”, o un resultado que dé más tiempo',
  absenceReason: 'Indique por qué decide otra persona',
  servesAsNotice: 'Quite la marca de esta casilla, o elija un resultado que pueda servir de aviso',
  number: 'Escriba un número, con punto para los decimales, por ejemplo 12.5',
  reading: (measure) => `Escriba la cifra de “${measure}”`,
  score: (question) => `Elija una respuesta para “${question}”`,
  delivered: (what) => `Elija si “${what}” se entregó`,
  respond: 'Elija si desea responder',
  attributedTo: 'Elija quién faltó a la reunión de seguimiento',
  attributionReason: 'Indique en qué se basó',
  approval: 'Elija si confirma la decisión o la devuelve',
  accommodation: 'Elija qué se decidió',
  tooLong: (max) => `Acorte este texto a un máximo de ${max} caracteres`,
  notOffered: 'Elija una de las respuestas de esta página',
  twice: 'Dé esta respuesta una sola vez',
  unknown: 'El formulario contenía algo que esta página no pide. Revise su respuesta y envíela de nuevo',
  stale: 'Este formulario estuvo abierto más de un día. Su respuesta sigue aquí: revísela y envíela de nuevo',
  changed:
    'El plan cambió desde que usted abrió esta página. Por favor, léalo de nuevo. Su respuesta sigue aquí: revísela y envíela de nuevo',
  rule: (message) => message,
};

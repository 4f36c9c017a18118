import type { receipt as en } from '../en/receipt.ts';

export const receipt: typeof en = {
  tab: 'Su respuesta quedó registrada',
  heading: 'Gracias. Su respuesta quedó registrada.',
  decided: { tab: 'Su decisión quedó registrada', heading: 'Su decisión quedó registrada.' },
  proposed: {
    tab: 'Su propuesta de decisión quedó registrada',
    heading: 'Su propuesta de decisión quedó registrada.',
    next: (names, _many, when) =>
      `Todavía no tiene efecto: se pide a ${names} confirmarla o devolverla a más tardar el ${when}.`,
  },
  together: {
    heading: 'Lo que dijo cada persona',
    caption: 'Lado a lado',
    asked: 'Pregunta',
    nothing: 'Nada',
  },
  responses: 'Respuestas',
  response: {
    heading: 'Responder a esta reunión de seguimiento',
    text: 'Su respuesta',
    hint: (when) =>
      `Puede responder hasta el ${when}. Sus palabras se guardan tal como las escribe, y las ven todas las personas que leen el registro.`,
    send: 'Enviar mi respuesta',
    missing: 'Escriba su respuesta, o deje esta página como está',
  },
  typed: (typed, known) => `Usted escribió el nombre ${typed}; el nombre que tenemos para usted es ${known}.`,
  reference: 'Referencia',
  recorded: 'Fecha de registro',
  question: 'Pregunta',
  plan: 'Plan',
  by: 'Respondió',
  what: 'Lo que se registró',
  next: 'Qué sigue',
  nextCheckIn: (when) => `La próxima pregunta de seguimiento le llega por correo electrónico el ${when}.`,
  nextDecision: (when) =>
    `La decisión debe tomarse a más tardar el ${when}. Las personas que corresponde reciben una copia.`,
  nextDecisionSelf: (when) =>
    `La decisión debe tomarse a más tardar el ${when}. Usted recibirá una copia de la decisión.`,
  nextResponse: (names, when) =>
    `Hay plazo hasta el ${when} para la respuesta de ${names}. Después de eso, o cuando la dé, el plan se cierra.`,
  nextLaunch: 'Si el plan se pone en marcha, se le pedirá que acuse recibo.',
  nextWaiting: (names) => `Todavía esperamos la respuesta de ${names}.`,
  changedSince: (now, then) =>
    `El plan cambió desde entonces: abajo está la versión ${now}; usted respondió sobre la versión ${then}.`,
  nextNothing: 'No se le pide nada más.',
  nextOver: 'No se le pide nada más para este plan.',
  nextWithdrawn: 'El plan fue retirado.',
  change:
    'Si algo está mal o falta, escriba al contacto que aparece abajo. Su nota se puede agregar al registro.',
  answer: {
    choice: 'Respuesta',
    declined: 'Decido no firmar',
    reason: 'Motivo',
    comment: 'Comentario',
    typedName: 'Nombre escrito',
    meeting: 'Reunión',
    held: 'Celebrada',
    notHeld: 'No celebrada',
    note: (heading) => `Nota sobre ${heading}`,
    reading: (heading) => `Cifra de ${heading}`,
    recognition: 'Algo que salió bien',
    explanation: 'Por qué dice algo distinto de las reuniones de seguimiento',
    response: 'Respuesta',
    waived: 'No deseo responder',
    attributedTo: 'Quién faltó',
    credit: 'Días que se devuelven',
    approval: 'Respuesta',
    outcome: 'Resultado',
    reasonFor: (heading) => `Razones para ${heading}`,
    summary: 'Resumen',
    extendTo: 'Nuevo último día',
    absenceReason: 'Por qué no decidió quien emitió el plan',
    servesAsNotice: 'Sirve de aviso de la acción propuesta',
  },
};

import type { RequestKind } from '../../../../domain/plan.ts';
import type { coaching as enCoaching, kinds as enKinds, QuestionWords } from '../../en/mails/kinds.ts';

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('es') + text.slice(1);

const ATTENTION = 'Se necesita su atención';
const CLOSED = 'Se cerró sin todas las respuestas';

/** The words of a question that needs no more than its name: `what` has its “una”, or is “algo”. */
const plainly = (
  what: string,
  says: Pick<QuestionWords, 'asks' | 'action'> & Partial<QuestionWords>,
): QuestionWords => ({
  subjects: {
    opened: (day) => `${capital(what)}: responda a más tardar el ${day}`,
    late: (day) => `${capital(what)}: el plazo venció el ${day}, todavía puede responder`,
    reminder: (day) => `Recordatorio: ${what}, responda a más tardar el ${day}`,
    overdue: (day) => `Recordatorio: ${what}, el plazo venció el ${day}`,
    escalation: (day) => `${ATTENTION}: ${what} con fecha límite del ${day}`,
    missed: (day) => `${CLOSED}: ${what} con fecha límite del ${day}`,
  },
  reminds: `Le pedimos que respondiera a ${what} y todavía no tenemos su respuesta.`,
  escalates: (names) => `Falta la respuesta de ${names} a ${what}.`,
  unanswered: `Faltan respuestas a ${what}.`,
  missed: `${capital(what)} se cerró antes de tener todas las respuestas.`,
  lost: `Trataba de ${what}.`,
  ...says,
});

/** The words of a meeting that has a name of its own, with “una”. */
const meeting = (what: string, action: string, asks: string): QuestionWords =>
  plainly(what, {
    asks,
    action,
    reminds: `Le preguntamos por ${what} y todavía no tenemos su respuesta.`,
    escalates: (names) => `Falta la respuesta de ${names} sobre ${what}.`,
    unanswered: `Faltan respuestas sobre ${what}.`,
  });

/** Of the follow-ups, the one that is called by its name in mails. */
export const coaching: typeof enCoaching = meeting(
  'una sesión de orientación',
  'Responder la pregunta',
  'Hay prevista una sesión de orientación. Por favor, indique si se llevó a cabo y qué se hizo.',
);

export const kinds: typeof enKinds = {
  acknowledgement: {
    subjects: {
      opened: (day) => `Por favor, lea un documento y acuse recibo a más tardar el ${day}`,
      late: (day) => `Por favor, lea un documento y acuse recibo: el plazo venció el ${day}`,
      reminder: (day) => `Recordatorio: por favor, lea un documento y acuse recibo a más tardar el ${day}`,
      overdue: (day) => `Recordatorio: el plazo para acusar recibo de un documento venció el ${day}`,
      escalation: (day) => `${ATTENTION}: un acuse de recibo con fecha límite del ${day}`,
      missed: (day) => `${CLOSED}: un acuse de recibo con fecha límite del ${day}`,
    },
    asks: 'Hay un documento para usted. Cuando lo haya leído, indique por favor si lo recibió. Recibirlo no significa estar de acuerdo con él.',
    reminds: 'Le pedimos que leyera un documento y todavía no tenemos su respuesta.',
    escalates: (names) =>
      `Falta la respuesta de ${names} a una solicitud de acuse de recibo de un documento.`,
    unanswered: 'Faltan respuestas a una solicitud de acuse de recibo de un documento.',
    missed: 'Una solicitud de acuse de recibo de un documento se cerró antes de tener todas las respuestas.',
    action: 'Leer y responder',
    lost: 'Trataba de un documento del que se pide acuse de recibo.',
  },
  check_in: meeting(
    'una reunión de seguimiento',
    'Responder sobre la reunión',
    'Hay prevista una reunión de seguimiento. Por favor, indique si la reunión se celebró y cómo van las cosas.',
  ),
  decision: {
    subjects: {
      opened: (day) => `Debe tomarse una decisión a más tardar el ${day}`,
      late: (day) => `Una decisión: el plazo venció el ${day}, todavía puede registrarla`,
      reminder: (day) => `Recordatorio: debe tomarse una decisión a más tardar el ${day}`,
      overdue: (day) => `Recordatorio: el plazo para una decisión venció el ${day}`,
      escalation: (day) => `${ATTENTION}: una decisión con fecha límite del ${day}`,
      missed: (day) => `${CLOSED}: una decisión con fecha límite del ${day}`,
    },
    asks: 'Es el momento de decidir. Por favor, lea lo que se respondió en el camino y registre su decisión.',
    reminds: 'Le pedimos una decisión y todavía no se ha registrado.',
    escalates: (names) => `Falta la decisión de ${names}.`,
    unanswered: 'No se ha registrado una decisión.',
    missed: 'Una solicitud de decisión se cerró antes de tener todas las respuestas.',
    action: 'Leer y decidir',
    lost: 'Trataba de una decisión.',
  },
  survey: plainly('una encuesta breve', {
    asks: 'Por favor, responda unas preguntas breves. Las páginas muestran las respuestas solo en conjunto; antes de que responda, el formulario dice quién puede leerlas una por una.',
    action: 'Responder las preguntas',
  }),
  support: plainly('una pregunta breve', {
    asks: 'Se prometió algo que ya debería estar listo. Por favor, indique si es así.',
    action: 'Responder la pregunta',
  }),
  response: plainly('algo para leer', {
    subjects: {
      opened: (day) => `Algo para leer, con tiempo para responder hasta el ${day}`,
      late: (day) => `Algo para leer: el tiempo para responder terminaba el ${day}`,
      reminder: (day) => `Recordatorio: algo para leer, con tiempo para responder hasta el ${day}`,
      overdue: (day) => `Recordatorio: algo para leer, el tiempo para responder terminaba el ${day}`,
      escalation: (day) => `${ATTENTION}: una respuesta con fecha límite del ${day}`,
      missed: (day) => `${CLOSED}: una respuesta con fecha límite del ${day}`,
    },
    asks: 'Hay algo para que usted lea. Puede responder con sus propias palabras o indicar que no desea hacerlo. Si no dice nada, eso no se toma en su contra.',
    reminds: 'Hay algo para que usted lea, y todavía puede responder.',
    escalates: (names) => `Falta la respuesta de ${names} a un documento.`,
    unanswered: 'Faltan respuestas a un documento.',
    missed: 'El tiempo para responder a un documento terminó antes de tener todas las respuestas.',
    action: 'Leer y responder',
    lost: 'Trataba de un documento para leer, con tiempo para responder.',
  }),
  attribution: plainly('una pregunta para Recursos Humanos', {
    asks: 'Una reunión de seguimiento no se celebró, o no todas las personas respondieron. Por favor, indique qué debe constar en el registro.',
    action: 'Leer y responder',
  }),
  approval: plainly('algo por confirmar', {
    asks: 'Se propuso una decisión que no tiene efecto hasta que usted la confirme o la devuelva. Por favor, léala primero.',
    reminds:
      'Le pedimos que confirmara o devolviera una decisión propuesta, y todavía no ha hecho ninguna de las dos cosas.',
    escalates: (names) =>
      `Falta que llegue de ${names} la confirmación o la devolución de una decisión propuesta.`,
    unanswered: 'Una decisión propuesta no se ha confirmado ni devuelto.',
    missed: 'El plazo para confirmar o devolver una decisión propuesta terminó sin todas las respuestas.',
    action: 'Leer y responder',
    lost: 'Trataba de una decisión propuesta por confirmar.',
  }),
  accommodation: plainly('una pregunta para Recursos Humanos', {
    asks: 'Hay algo que espera la atención de Recursos Humanos. Por favor, lea de qué se trata y responda cuando lo haya atendido.',
    action: 'Leer y responder',
  }),
} satisfies Record<RequestKind, QuestionWords>;

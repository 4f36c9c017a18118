import type { mails as en } from '../en/mails.ts';
import { acknowledging } from './mails/acknowledgement.ts';
import { digest } from './mails/digest.ts';
import { coaching, kinds } from './mails/kinds.ts';
import { meetings } from './mails/meetings.ts';
import { news } from './mails/news.ts';

/** Subjects and previews are read on lock screens and by assistants: they name no person and no reason. */
export const mails: typeof en = {
  kinds,
  coaching,
  acknowledging,
  meetings,
  digest,
  news,
  subjects: {
    'decision-recorded': 'Una decisión escrita está lista para que usted la lea',
    'decision-settled': 'Se registró una decisión: no hay nada más que hacer',
    'outcome-recorded': 'Un resultado quedó registrado y está listo para que usted lo lea',
    'outcome-settled': 'Ya no se necesita una decisión: no hay nada más que hacer',
    'decision-awaited': {
      waits: (day) => `Se tomará una decisión a más tardar el ${day}: usted no tiene que hacer nada`,
      stillAsked: (day) => `Se tomará una decisión a más tardar el ${day}`,
    },
    'decision-overdue': {
      waits: (day) => `Una decisión prevista para el ${day} está atrasada: usted no tiene que hacer nada`,
      stillAsked: (day) => `Una decisión prevista para el ${day} está atrasada`,
    },
    'mail-undelivered': {
      failed: 'No se pudo entregar un mensaje: se necesita su ayuda',
      unknown: 'Es posible que un mensaje no haya llegado: se necesita su ayuda',
      bounced: 'Un mensaje fue devuelto: se necesita su ayuda',
      rejected: 'No se dio curso a un mensaje: se necesita su ayuda',
    },
    'plan-withdrawn': 'Se retiró un documento: no hay nada más que hacer',
  },
  dear: (name) => `Hola, ${name}:`,
  checkIn: {
    ratings: {
      planned: (day, due) =>
        `Hay una reunión de seguimiento prevista para el ${day}. Por favor, participe en la reunión, hable de cómo van las cosas y responda a más tardar el ${due}.`,
      wasPlanned: (day) =>
        `Había una reunión de seguimiento prevista para el ${day}. Por favor, indique si la reunión se celebró y cómo van las cosas en cada punto.`,
    },
    readings: {
      planned: (day, due) =>
        `Para el ${day} está previsto anotar unas cifras. Por favor, hágalo a más tardar el ${due}.`,
      wasPlanned: (day) => `Para el ${day} estaba previsto anotar unas cifras. Por favor, hágalo ahora.`,
    },
    coaching: {
      planned: (day, due) =>
        `Hay una sesión de orientación prevista para el ${day}. Por favor, indique si se llevó a cabo y qué se hizo, a más tardar el ${due}.`,
      wasPlanned: (day) =>
        `Había una sesión de orientación prevista para el ${day}. Por favor, indique si se llevó a cabo y qué se hizo.`,
    },
    notes: {
      planned: (day, due) =>
        `Se acordó algo para el ${day}. Por favor, indique si se llevó a cabo y qué se hizo, a más tardar el ${due}.`,
      wasPlanned: (day) =>
        `Se acordó algo para el ${day}. Por favor, indique si se llevó a cabo y qué se hizo.`,
    },
  },
  notReached: (names) => `Hasta donde sabemos, ningún mensaje llegó a ${names}.`,
  escalatedTo: {
    decide:
      'Se le pide que decida en su lugar, o que se ocupe de que se tome la decisión. Si decide usted, indique por favor por qué no se ha tomado.',
    answer: 'Está a la espera de una respuesta. Con su enlace puede darla usted.',
    help: 'Por favor, hable con las personas a quienes esto corresponde y vea qué necesitan. No hay nada que llenar.',
    helpAsked:
      'Por favor, hable con las personas a quienes esto corresponde y vea qué necesitan. En otro correo le llega una pregunta al respecto.',
  },
  hrOpen: 'Una pregunta para Recursos Humanos sigue pendiente.',
  regards: (day) => `Se trata de la reunión de seguimiento del ${day}.`,
  missed: {
    yours: {
      in: 'Su propia respuesta está en el registro. No se le pide nada más al respecto.',
      missing:
        'La suya consta como “sin respuesta”, y nada más. Si quiere agregar algo, escriba al contacto que aparece abajo; se puede agregar al registro.',
      'not-reached':
        'Hasta donde sabemos, no le llegó ningún mensaje al respecto. Así consta en el registro, y no que usted dejó de responder. Si quiere agregar algo, escriba al contacto que aparece abajo; se puede agregar al registro.',
    },
  },
  decided: 'La decisión escrita quedó registrada. Este es su enlace para leerla e imprimirla.',
  decidedWithoutYou:
    'La decisión de la que se le pidió ocuparse quedó registrada. Usted no tiene que hacer nada más.',
  outcome: {
    preview: 'No se tomó ninguna decisión a tiempo.',
    toRead: 'Este es su enlace para leer lo que quedó registrado e imprimirlo.',
    withoutYou:
      'La decisión de la que se le pidió ocuparse no se tomó a tiempo, y una norma la resolvió. Usted no tiene que hacer nada más.',
  },
  awaited: {
    preview: 'Le avisaremos cuando haya una decisión.',
    over: 'Terminó el período que se fijó para usted, y se va a tomar una decisión.',
    by: (names, when) => `La decisión de ${names} se espera a más tardar el ${when}.`,
    late: (names, when) => `El plazo de ${names} para decidir venció el ${when}.`,
    overdue: (when) => `La decisión que debía tomarse a más tardar el ${when} todavía no se ha registrado.`,
    told: (names) =>
      `Ya se informó a ${names} de que está atrasada. Usted no causó el atraso, y esto no dice nada de usted.`,
    copy: {
      waits:
        'Usted recibe una copia de la decisión cuando se registre. Hasta entonces no tiene que hacer nada.',
      stillAsked:
        'Usted recibe una copia de la decisión cuando se registre. Lo que se le preguntó en otros mensajes y aún no ha respondido todavía se puede responder.',
    },
  },
  undelivered: {
    preview: 'Por favor, comuníquese con alguien por otro medio.',
    failed: (name) => `No se pudo entregar un mensaje a ${name}.`,
    unknown: (name) => `Había un mensaje para ${name}. No sabemos si llegó.`,
    bounced: (name) => `Un mensaje para ${name} fue devuelto esta vez. Los siguientes pueden llegar.`,
    rejected: (name) => `El servicio de correo no dio curso a un mensaje para ${name}.`,
    withdrawn: 'Decía que se retiró un documento.',
    news: 'Informaba de algo nuevo y no pedía nada.',
    somebody: 'alguien',
    reach:
      'Por favor, comuníquese con esa persona por otro medio, por ejemplo en papel. No hay nada que llenar.',
    onPaper:
      'Si lo entrega en papel, que alguien lo presencie; después registre el día y el nombre de esa persona como entrega en papel: desde entonces consta que le llegó.',
    due: (when) => `Se espera una respuesta a más tardar el ${when}.`,
    late: (when) => `El plazo para una respuesta venció el ${when}, pero todavía se puede dar.`,
  },
  withdrawn:
    'El documento del que trataban los mensajes anteriores fue retirado. No se le pedirá nada más al respecto.',
  by: (when) => `Por favor, responda a más tardar el ${when}.`,
  wasDue: (when) => `El plazo venció el ${when}.`,
  stillOpen: (when) => `El plazo venció el ${when}. Todavía puede responder.`,
  mayRespond: {
    by: (when) => `Puede responder hasta el ${when}; no es obligatorio.`,
    late: (when) =>
      `El tiempo para responder terminaba el ${when}. Todavía puede responder; no es obligatorio.`,
  },
  about: (name) => `Se refiere a ${name}.`,
  actions: {
    read: 'Leer la decisión',
    readRecord: 'Leer el registro',
  },
  bareLink: 'Si el enlace no funciona, copie esta dirección en su navegador:',
  personal: 'El enlace es solo para usted: por favor, no reenvíe este mensaje.',
  contact: (email) => `¿Tiene preguntas? Escriba a ${email}.`,
  footer: (organisation) => `Este mensaje se envió automáticamente en nombre de ${organisation}.`,
  reference: (id) => `Referencia: ${id}`,
};

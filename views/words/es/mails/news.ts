import type { news as en } from '../../en/mails/news.ts';

/** Mails that tell something and ask nothing of the reader. */
export const news: typeof en = {
  changed: {
    subject: {
      waits: 'Un documento cambió: usted no tiene que hacer nada',
      stillAsked: 'Un documento cambió: ahora tiene otras fechas',
    },
    preview: 'Las fechas son otras ahora.',
    says: 'El plan del que trataban los mensajes anteriores tiene ahora otras fechas. Todo lo que se le pida en adelante llegará según las nuevas.',
    until: (day) => `Su último día es ahora el ${day}.`,
  },
  calledOff: {
    subject: 'Por ahora no se debe tomar una decisión: usted no tiene que hacer nada',
    preview: 'Se pedirá de nuevo más adelante.',
    says: 'El plan del que trataban los mensajes anteriores continúa, así que por ahora no se debe tomar la decisión sobre él. Se pedirá de nuevo cuando terminen los días del plan.',
  },
  handedOver: {
    subject: 'Otra persona se ocupa ahora: no se le pide nada más',
    preview: 'Usted no tiene que hacer nada.',
    says: 'Ya no se le pregunta por un plan: desde ahora lo supervisa otra persona. Los enlaces que recibió sobre él ya no lo abren.',
    kept: 'Lo que usted respondió queda en el registro, con su nombre. Si tiene algo que agregar, escriba al contacto que aparece abajo.',
  },
  paused: {
    subject: 'Por el momento no se le pide nada',
    preview: 'Le avisaremos cuando continúe.',
    says: 'El plan del que trataban los mensajes anteriores está en pausa. Mientras tanto no vence nada y ningún día cuenta.',
    until: (day) => `Continúa el ${day}.`,
    open: 'Le avisaremos cuando continúe.',
    forHr: {
      subject: 'Una pregunta para Recursos Humanos sigue pendiente',
      preview: 'Se puede responder en cualquier momento.',
      says: 'El plan del que trataban los mensajes anteriores está en pausa, y ningún día cuenta. Lo que se preguntó a Recursos Humanos sigue pendiente: por favor, respóndalo de todos modos.',
    },
  },
  pauseReview: {
    subject: 'Algo lleva mucho tiempo en pausa: por favor, revíselo',
    preview: 'Nadie ha dicho hasta cuándo.',
    says: (day) => `Un plan está en pausa desde el ${day}, y nadie ha dicho hasta cuándo.`,
    asks: 'Por favor, vea si puede continuar. Continuará en cuanto se reanude; hasta entonces no se le pide nada a ninguna de las partes.',
    where:
      'Esto lo hace quien administra los planes en su organización, con el comando resume (consulte la referencia de la API).',
  },
  recognition: {
    subject: 'Algo que salió bien está en el registro',
    preview: 'Usted no tiene que hacer nada.',
    says: 'En el registro de su plan se anotó algo que salió bien. Tiene el mismo peso que lo que no salió bien y se tiene a la vista cuando se toma la decisión.',
  },
  support: {
    subject: 'Algo no está listo: se necesita su ayuda',
    preview: 'Se prometió para un día que ya pasó.',
    says: 'Algo que se prometió no se entregó, o solo en parte.',
    asks: 'Por favor, ocúpese de que se entregue. Hasta entonces se tiene a la vista, también cuando se toma la decisión.',
  },
  answersIn: {
    subject: 'Ya están todas las respuestas',
    preview: 'Puede leer lo que dijo cada persona.',
    says: (what, day) => `Ya respondieron todas las personas sobre la ${what} del ${day}.`,
    read: 'Con su enlace puede leer ahora lo que dijo cada persona y responder a ello.',
    action: 'Leer las respuestas',
  },
  clean: {
    subject: 'Una carta para su archivo',
    preview: 'Usted no tiene que hacer nada.',
    own: (day) =>
      `El tiempo de observación que siguió al cumplimiento de su plan terminó el ${day}. No se registró nada en ese tiempo. El plan quedó atrás, y nada de él sigue pendiente.`,
    other: (name, day) =>
      `El tiempo de observación que siguió al cumplimiento del plan de ${name} terminó el ${day}. No se registró nada en ese tiempo, y nada del plan sigue pendiente.`,
    keep: 'Por favor, guarde este mensaje: es la carta que lo confirma.',
  },
  relapse: {
    subject: 'Se agregó algo a un registro',
    preview: 'Recursos Humanos puede darle más información.',
    own: 'Se registró algo sobre el tiempo de observación que sigue al cumplimiento de su plan. Recursos Humanos le dirá qué es y qué sigue; usted puede pedir que se agreguen sus propias palabras al registro.',
    other: (name) =>
      `Se registró algo sobre el tiempo de observación que sigue al cumplimiento del plan de ${name}. Recursos Humanos decide qué sigue.`,
  },
  returned: {
    subject: (day) => `Se le devolvió una decisión: debe tomarse a más tardar el ${day}`,
    says: 'La decisión que usted propuso fue devuelta, con un motivo. Por favor, léalo y decida de nuevo.',
  },
};

import type { decision as en } from '../en/decision.ts';
import { plural } from '../plural.ts';

export const decision: typeof en = {
  tab: 'Registrar la decisión',
  heading: 'Registrar la decisión',
  decideBy: 'Por favor, decida a más tardar el',
  overdue: 'El plazo para decidir venció el',
  lead: (name, ended) =>
    `El período de oportunidad de ${name} terminó el ${ended}. Abajo está lo que se acordó y lo que cada persona respondió durante el plan. Por favor, léalo antes de decidir.`,
  escalated: (issuer) =>
    `Se le pregunta a usted porque ${issuer} no ha decidido. Por favor, indique por qué no decide.`,
  answers: 'Lo que se respondió durante el plan',
  noAnswer: (name) => `${name} no respondió.`,
  notReached: (name) => `No se pudo contactar a ${name}.`,
  hasUntil: (name, when) => `${name} tiene hasta el ${when} para responder.`,
  decidedFirst: (name) => `${name} no tuvo tiempo de responder: la decisión llegó antes.`,
  endedFirst: (name) => `${name} no tuvo tiempo de responder: el plan terminó antes.`,
  replaced: {
    signed: (name) => `${name} no tuvo tiempo de responder: una versión más nueva reemplazó al plan.`,
    asked: (name) => `${name} no tuvo tiempo de responder: antes se cambió el plan.`,
  },
  answered: (name, when) => `${name}, ${when}`,
  blind: (name) =>
    `${name} ya respondió. Lo que dijo se muestra cuando hayan respondido todas las personas o termine el plazo.`,
  returned: (name, when) => `${name} devolvió la decisión propuesta el ${when}:`,
  proposed: (name, others) =>
    `${name} propuso una decisión, y se pide a ${others} que la confirme. Hasta entonces no se puede decidir nada.`,
  noCheckIns: 'No se celebró ninguna reunión de seguimiento.',
  missed: (count) =>
    plural('es', count, {
      one: 'Una reunión de seguimiento se cerró sin todas las respuestas que se pidieron.',
      other: `${count} reuniones de seguimiento se cerraron sin todas las respuestas que se pidieron.`,
    }),
  missedOne: 'Se cerró sin todas las respuestas que se pidieron',
  toForm: 'Ir a la decisión',
  form: 'Su decisión',
  awaited: 'Todavía pueden llegar algunas respuestas',
  awaitedSays: (names, _many, until, question) =>
    `El plazo de ${names} para responder sobre ${question} sigue abierto hasta el ${until}.`,
  awaitedSupport: 'la entrega del apoyo prometido',
  endsThat:
    'Ese plazo termina antes si primero se cierra el plan; lo que no se haya dicho para entonces no queda en el registro. Una decisión de que el plan se cumplió lo cierra en cuanto tiene efecto.',
  keepsThat: 'Una decisión que da más tiempo no lo cierra.',
  waitsForHr:
    'Una decisión de que el plan no se cumplió debe esperar a que Recursos Humanos responda una pregunta pendiente.',
  outcome: '¿Cuál es el resultado?',
  met: 'El plan termina aquí. Puede dar razones, pero no hacen falta.',
  extends: 'La persona recibe más tiempo. Elija abajo el nuevo último día.',
  mayServeAsNotice: 'La decisión escrita también puede servir de aviso de la acción propuesta.',
  reasons: 'Razones',
  reasonsHint:
    'Indique para cada punto qué se alcanzó y qué no. Se necesitan razones para cada punto, salvo que el plan se haya cumplido.',
  reason: (heading) => `Razones para “${heading}”`,
  explanation: 'Por qué la decisión dice algo distinto de las reuniones de seguimiento',
  explanationHint:
    'Hace falta solo cuando es así: por ejemplo, si en cada reunión todo iba según lo previsto y usted concluye ahora que el plan no se cumplió. En ese caso, Recursos Humanos vuelve a revisarla.',
  summary: 'Resumen de la decisión',
  extendTo: 'Si da más tiempo: el nuevo último día',
  extendNone: 'Sin prórroga',
  extendHint: 'Solo aparecen los días que permiten las normas.',
  absenceReason: (issuer) => `¿Por qué no decide ${issuer}?`,
  absenceHint: 'Por ejemplo, con licencia hasta una fecha determinada.',
  notice: 'Aviso',
  servesAsNotice: 'Esta decisión sirve también de aviso de la acción propuesta',
  servesAsNoticeHint: 'Solo para los resultados en los que se indica arriba.',
  typedName: 'Su nombre completo',
  typedNameHint: 'Escribir aquí su nombre equivale a firmar esta decisión.',
  final:
    'Una vez registrada, la decisión se envía a las personas que corresponde y ya no se puede cambiar en esta página.',
  send: 'Registrar esta decisión',
};

import type { attribution as en } from '../en/attribution.ts';

/** HR says who missed a check-in. */
export const attribution: typeof en = {
  tab: 'Una pregunta para Recursos Humanos',
  heading: (question) => `¿Quién faltó a ${question}?`,
  lead: (name) =>
    `Una reunión de seguimiento del plan de ${name} no se celebró, o no todas las personas respondieron. Por favor, indique qué debe constar en el registro. Si faltó quien supervisa, la persona empleada no debe perder tiempo por ello.`,
  record: 'Lo que dice el registro',
  proposed: {
    manager: 'Según el registro, parece que faltó quien supervisa.',
    employee: 'Según el registro, parece que faltó la persona empleada.',
    excused: 'Según el registro, parece que nadie tiene la culpa: no consta que haya llegado ningún mensaje.',
  },
  unclear: 'El registro no dice quién faltó. Por favor, pregunte a ambas partes.',
  unclearAmong: (names) =>
    `El registro no dice quién faltó. Por favor, pregunte a todas las personas que debían estar: ${names}.`,
  to: '¿Quién faltó?',
  who: {
    manager: 'Quien supervisa',
    employee: 'La persona empleada',
    excused: 'Nadie: hay una justificación',
  },
  whoHint: {
    manager: 'Por ejemplo, no se presentó, cambió la fecha una y otra vez o no respondió.',
    employee: 'Por ejemplo, no se presentó y no avisó.',
    excused: 'Por ejemplo, enfermedad, un día feriado o un mensaje que nunca llegó.',
  },
  managerHintFor: (names) =>
    `También cuando dependía de ${names}, a quienes se pidió estar por la parte empleadora: por ejemplo, si no se presentaron o no respondieron.`,
  managerHintForOne: (name) =>
    `También cuando dependía de ${name}, a quien se pidió estar por la parte empleadora: por ejemplo, si no se presentó o no respondió.`,
  reason: '¿En qué se basa?',
  reasonHint: 'Una o dos oraciones, sin nada médico. Se guarda en el registro.',
  days: 'Días que se devuelven',
  credit: (days) => `Devolver lo que costó esta reunión de seguimiento: ${days}`,
  creditHint:
    'Solo si faltó quien supervisa. El final se mueve en la misma medida, sin pasar nunca de lo que permiten las normas.',
  noDays: 'No se pueden devolver días: el plan ya tiene la duración máxima que permiten las normas.',
};

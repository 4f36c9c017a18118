import type { decisionCopy as en } from '../en/decision-copy.ts';
import { plural } from '../plural.ts';

export const decisionCopy: typeof en = {
  tab: 'Una decisión escrita',
  heading: 'La decisión escrita',
  lead: (name) => `Esta es su copia de la decisión sobre el plan de ${name}.`,
  leadSelf: 'Esta es su copia de la decisión sobre su plan.',
  outcome: 'Resultado',
  jobTitle: 'Puesto',
  agency: 'Agencia',
  period: 'Período',
  periodSays: (from, to) => `Del ${from} al ${to}`,
  extended: 'Prorrogado hasta',
  due: 'Fecha límite',
  lateBy: 'Retraso',
  businessDays: (count) =>
    count < 1
      ? 'Menos de un día hábil'
      : plural('es', count, { one: 'Un día hábil', other: `${count} días hábiles` }),
  decidedBy: 'Decidió',
  recorded: 'Fecha de registro',
  byRule: {
    tab: 'Un resultado sin decisión',
    heading: 'El resultado, sin decisión',
    lead: (name) => `Esta es su copia del resultado del plan de ${name}.`,
    leadSelf: 'Esta es su copia del resultado de su plan.',
    questions:
      'Si tiene preguntas o ve algo de otra manera, escriba al contacto que aparece abajo. Pregunte allí también cómo pedir que se revise el resultado.',
  },
  awaited: (names, until, question) =>
    `Cuando esto se registró, el plazo de ${names} para responder sobre ${question} seguía abierto hasta el ${until}.`,
  reasons: 'Razones',
  explanation: 'Por qué dice algo distinto de las reuniones de seguimiento',
  early: 'Terminó antes',
  earlySays: 'Antes del último día del plan',
  proposedBy: 'Propuso',
  summary: 'Resumen',
  extendTo: 'Nuevo último día del plan',
  absenceReason: 'Por qué no decidió quien emitió el plan',
  notice: 'Esta decisión sirve también de aviso de la acción propuesta.',
  record: 'Lo que se respondió durante el plan',
  questions:
    'Si tiene preguntas o ve algo de otra manera, escriba al contacto que aparece abajo. Pregunte allí también cómo pedir que se revise la decisión.',
  reference: 'Referencia',
};

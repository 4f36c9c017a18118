import type { acknowledgement as en } from '../en/acknowledgement.ts';

const received = { choice: '¿Recibió este plan?', sign: 'Recibí y leí este plan' };
const takenOver = { choice: '¿Asumió este plan?', sign: 'Asumí este plan y lo leí' };

export const acknowledgement: typeof en = {
  tab: 'Lea y acuse recibo',
  heading: 'Por favor, lea este plan y díganos que lo recibió',
  answerBy: 'Por favor, responda a más tardar el',
  wasDue: 'El plazo venció el',
  stillOpen: '; todavía puede responder.',
  leadSelf:
    'Esta página muestra el plan completo: qué se espera, qué apoyo recibirá y cuándo se reunirán para ver el avance. Tómese el tiempo que necesite. El enlace de su correo le seguirá mostrando el plan, también después de responder.',
  leadOther: (name) =>
    `Esta página muestra el plan completo de ${name}: qué se espera, qué apoyo se prometió y cuándo se reunirán para ver el avance. El enlace de su correo le seguirá mostrando el plan, también después de responder.`,
  careSelf:
    'Recibir un plan como este puede ser difícil. Antes puede hablarlo con alguien de su confianza, como su representante, Recursos Humanos o un programa de asistencia al personal.',
  silence: (starts) =>
    `Si no hay respuesta, eso se registra como “sin respuesta”, y el plan empieza de todos modos el ${starts}.`,
  toForm: 'Ir a su respuesta',
  form: 'Su respuesta',
  decline: 'Decido no firmar',
  declineHint: 'Esto se registra como su elección. El plan sigue adelante en cualquier caso.',
  reason: 'Si decide no firmar: ¿por qué?',
  comment: 'Algo que quiera agregar',
  commentHint:
    'Por ejemplo, algo que usted ve de otra manera o un apoyo que necesitaría. Sus palabras se guardan sin cambios junto con el plan.',
  signing: {
    recipient: { first: received, changed: received },
    issuer: {
      first: { choice: '¿Emitió este plan y habló de él?', sign: 'Emití este plan y hablé de él' },
      changed: {
        choice: '¿Habló del plan tal como está ahora?',
        sign: 'Hablé del plan tal como está ahora',
      },
    },
    successor: { first: takenOver, changed: takenOver },
  },
  issuer: {
    tab: 'Por favor, confirme',
    heading: 'Por favor, confirme que emitió este plan y habló de él',
    commentHint: 'Sus palabras se guardan sin cambios junto con el plan.',
  },
  successor: {
    tab: 'Por favor, confirme',
    heading: 'Por favor, confirme que asumió este plan y lo leyó',
    commentHint: 'Sus palabras se guardan sin cambios junto con el plan.',
    lead: (name) =>
      `Esta página muestra lo que usted recibe y lo que es distinto; después, el plan completo de ${name} tal como está ahora. Desde ahora se le pregunta a usted lo que se le preguntaba a quien supervisaba antes; lo que esa persona respondió queda en el registro, con su nombre.`,
    handover: 'Lo que usted recibe (se muestra solo a usted y a Recursos Humanos)',
  },
  changed: {
    heading: 'El plan cambió: por favor, léalo y díganos que lo recibió',
    headingIssuer: 'El plan cambió: por favor, confirme que habló de él tal como está ahora',
    leadSelf:
      'Esta página muestra primero lo que es distinto y después el plan completo tal como está ahora. Se guardan todas las versiones anteriores.',
    leadOther: (name) =>
      `Esta página muestra primero lo que es distinto y después el plan completo de ${name} tal como está ahora. Se guardan todas las versiones anteriores.`,
    silence:
      'Si no hay respuesta, eso se registra como “sin respuesta”, y el plan continúa tal como está ahora.',
  },
  typedName: 'Su nombre completo',
  typedNameHint: 'Escribir aquí su nombre equivale a firmar esta respuesta.',
};

import type { checkIn as en } from '../en/check-in.ts';

export const checkIn: typeof en = {
  tab: 'Reunión de seguimiento',
  answerBy: 'Por favor, responda a más tardar el',
  wasDue: 'El plazo venció el',
  stillOpen: 'Todavía puede responder hasta el',
  leadSelf:
    '¿Cómo van las cosas? Dígalo tal como lo ve. Su punto de vista cuenta y se guarda con sus propias palabras.',
  leadOther: (name) =>
    `¿Cómo va ${name} en cada punto? Por favor, indique cómo están las cosas hoy y qué ayudaría.`,
  leads: {
    readings: 'Por favor, escriba la cifra de cada punto, tal como está hoy.',
    notes: 'Por favor, indique si se reunieron y qué se hizo.',
    monitoring: (name) =>
      `El plan de ${name} se cumplió. Por favor, indique si eso se mantiene en cada punto.`,
  },
  agenda: 'De qué se trata',
  paused:
    'El plan está en pausa. No vence nada y no se puede recibir ninguna respuesta hasta que continúe; entonces este enlace seguirá funcionando.',
  meeting: '¿Se reunieron para este seguimiento?',
  held: 'Sí, nos reunimos',
  notHeld: 'No, no nos reunimos',
  readings: {
    meeting: '¿Revisaron las cifras en conjunto?',
    held: 'Sí',
    notHeld: 'No',
  },
  notes: { meeting: '¿Se llevó a cabo?', held: 'Sí, se llevó a cabo', notHeld: 'No, no se llevó a cabo' },
  notHeldHint: 'Eso se registra, y aquí no se culpa a nadie. De todos modos puede decir cómo van las cosas.',
  wanted: 'Resultado esperado',
  expected: 'Meta parcial para esta reunión',
  details: 'Mostrar el aspecto por mejorar y las acciones acordadas',
  progress: (heading) => `¿Cómo van las cosas en “${heading}”?`,
  note: 'Una nota sobre este punto',
  noteHint: 'Por ejemplo, qué salió bien, qué dificultades hay o qué ayudaría.',
  support: 'Apoyo prometido hasta ahora',
  reading: (measure) => `La cifra de hoy: ${measure}`,
  readingHint: (unit) => `En ${unit}.`,
  recognition: 'Algo que salió bien',
  recognitionHint:
    'Queda en el registro con el mismo peso que lo que no salió bien, y se le informa a la persona.',
  recognitionHintSelf: 'Queda en el registro con el mismo peso que lo que no salió bien.',
  comment: 'Algo más que quiera decir',
  notesComment: 'Qué se hizo y qué sigue',
  seenBy: 'Quién verá su respuesta',
  you: 'Usted',
  seenBySays: (names) => `${names}. Pasa a formar parte del registro del plan.`,
  seenByAndDecider: (names, issuer) =>
    `${names}; y quien decida en ${issuer === undefined ? 'su lugar' : `lugar de ${issuer}`}. Pasa a formar parte del registro del plan.`,
  blind:
    'Nadie ve lo que usted dice antes de que respondan todas las personas o termine el plazo; después, cada una ve lo que dijeron las demás.',
};

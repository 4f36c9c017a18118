import type { fairness as en } from '../en/fairness.ts';
import { plural } from '../plural.ts';

/** What a fair decision has in view beside the answers. */
export const fairness: typeof en = {
  support: {
    heading: 'Apoyo que se prometió y no se entregó',
    all: 'Se confirmó la entrega de todo lo prometido hasta ahora.',
    says: (what, owner, heading, said) => `${what}, prometido por ${owner} para “${heading}”: ${said}.`,
    said: { no: 'no se entregó', partly: 'se entregó en parte', unconfirmed: 'nadie lo confirmó' },
    ownerSays: (owner) => `la persona empleada no lo confirmó; ${owner} dice que se entregó`,
    stillAsked:
      'Todavía no responden todas las personas a quienes se preguntó por el apoyo prometido; aún hay tiempo.',
  },
  readings: {
    heading: 'Las cifras',
    caption: (heading, measure) => `${heading} – ${measure}`,
    day: 'Día',
    value: 'Cifra',
    expected: 'Meta parcial para ese día',
    source: 'De dónde viene',
    none: 'No se indica',
  },
  attributions: {
    heading: 'Reuniones de seguimiento a las que alguien faltó',
    says: (question, who) => `${question}: ${who}.`,
    credited: (question, who, days) => `${question}: ${who}; tiempo devuelto: ${days}.`,
    who: {
      manager: 'faltó quien supervisa',
      employee: 'faltó la persona empleada',
      excused: 'hay una justificación',
    },
  },
  recognitions: 'Lo que salió bien',
  responses: 'Respuestas, palabra por palabra',
  respondedTo: (name, question, when) => `${name} sobre ${question}, ${when}`,
  saidOn: (name, when) => `${name}, ${when}`,
  somebody: 'Según el registro',
  survey: {
    counts: (answered, asked) =>
      plural('es', answered, {
        one: `Respondió una persona de ${asked}.`,
        other: `Respondieron ${answered} de ${asked} personas.`,
      }),
    suppressed: (minimum) =>
      `Las respuestas no se muestran: respondieron menos de ${minimum} personas, y se las podría reconocer.`,
    open: 'La encuesta sigue abierta; sus respuestas se muestran cuando termine.',
    inSum: 'Las respuestas en conjunto',
    question: 'Pregunta',
    mean: 'Promedio, de 1 a 5',
    spread: 'Respuestas de 1 a 5',
    comments: 'Comentarios',
  },
  absence: {
    heading: 'Ausencia autorizada',
    says: (days) =>
      `Ausencia autorizada: ${days}. Ese tiempo no cuenta, y todas las fechas posteriores se movieron en la misma medida.`,
  },
  versions: {
    heading: 'Cómo cambió el plan',
    says: (version, because, when) => `Versión ${version}, ${when}: ${because}`,
    because: {
      amended: 'el plan se modificó.',
      manager_changed: 'supervisa otra persona.',
      resumed: 'el plan continuó después de una ausencia autorizada.',
      extended: 'se dio más tiempo.',
      credited: 'se devolvieron días por una reunión de seguimiento a la que faltó quien supervisa.',
      capacity_reduced: 'las metas se redujeron según el tiempo de trabajo reducido.',
    },
    reason: (says, reason) => `${says} Motivo: ${reason}`,
  },
  handovers: {
    heading: 'Traspaso (se muestra solo a quien asumió el plan y a Recursos Humanos)',
    who: (name, when) => `A ${name}, ${when}`,
  },
  shown: 'Lo que dicen las normas sobre esto',
};

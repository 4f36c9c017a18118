import type { response as en } from '../en/response.ts';

/** The right to respond, to the draft before launch and to the decision before it closes the plan. */
export const response: typeof en = {
  tab: 'Algo para leer, con tiempo para responder',
  until: 'Puede responder hasta el',
  wasUntil: 'El tiempo para responder terminaba el',
  silence: 'Si no dice nada, eso no se toma en su contra.',
  draft: {
    heading: 'Lea el borrador del plan y, si lo desea, responda',
    leadSelf:
      'Todavía no ha empezado nada. Este es el plan tal como se pondría en marcha. Puede decir qué ve de otra manera, qué falta o qué apoyo necesitaría.',
    leadOther: (name) =>
      `Todavía no ha empezado nada. Este es el plan de ${name} tal como se pondría en marcha. Usted puede responder en su nombre.`,
  },
  decision: {
    heading: 'Lea la decisión y, si lo desea, responda',
    leadSelf:
      'Esta es la decisión tal como se registró. Puede responder antes de que se cierre el plan; sus palabras se guardan junto a ella durante el mismo tiempo.',
    leadOther: (name) =>
      `Esta es la decisión sobre ${name} tal como se registró. Usted puede responder en su nombre antes de que se cierre el plan.`,
    shows: 'La decisión',
  },
  choice: '¿Desea responder?',
  respond: 'Sí, con las palabras de abajo',
  waive: 'No, no deseo responder',
  waiveHint: 'Esto se registra como su elección y no indica si está de acuerdo o no.',
  text: 'Su respuesta',
  textHint: 'Sus palabras se guardan tal como las escribe. Nadie las corrige ni las acorta.',
};

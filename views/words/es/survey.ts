import type { survey as en } from '../en/survey.ts';

/** Questions to many people, read only in sum. */
export const survey: typeof en = {
  tab: 'Una encuesta breve',
  lead: (about) =>
    `Por favor, responda unas preguntas sobre el trabajo de ${about}. Le tomará solo unos minutos.`,
  seenBySays: (minimum) =>
    `Las páginas muestran las respuestas solo en conjunto, y solo cuando hayan respondido al menos ${minimum} personas. El registro sellado contiene cada respuesta con el nombre de quien la dio; Recursos Humanos o un auditor puede exportarlo, por ejemplo para una disputa, y su lectura queda anotada. Por favor, no escriba en el comentario nada que permita saber quién es usted.`,
  silence: 'Usted decide si responde; no responder no se toma en contra de nadie.',
  scores: {
    1: '1: para nada',
    2: '2: muy poco',
    3: '3: en parte',
    4: '4: en gran parte',
    5: '5: por completo',
  },
  comment: 'Algo que quiera agregar',
  commentHint: 'Las páginas pueden mostrarlo palabra por palabra, sin su nombre.',
};

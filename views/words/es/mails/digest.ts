import type { digest as en } from '../../en/mails/digest.ts';

export const digest: typeof en = {
  subject: {
    by: (count, day) => `${count} asuntos para usted: el primero, a más tardar el ${day}`,
    open: (count) => `${count} asuntos para usted`,
    news: (count) => `${count} novedades: no tiene que hacer nada`,
  },
  preview: 'Llegan en un solo mensaje.',
  intro: (count) =>
    `Le reunimos en un solo mensaje ${count} asuntos que surgieron al mismo tiempo. Primero va lo que vence primero.`,
  heading: (place, subject) => `${place}. ${subject}`,
};

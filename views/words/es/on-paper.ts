import type { onPaper as en } from '../en/on-paper.ts';

export const onPaper: typeof en = {
  received: 'Se recibió en papel',
  standsFor: 'Qué significa',
  signed: (name, typing) => `${name} firmó que recibió el plan${typing}.`,
  signedVersion: (name, version, typing) =>
    `${name} firmó que recibió la versión ${version} del plan${typing}.`,
  replaces: 'Esto reemplaza lo que se había registrado antes de un papel y cualquier respuesta en él.',
  planned: {
    received: (name, question, on, witness) =>
      `Quedará registrado que a ${name} se entregó ${question} en papel el ${on}, en presencia de ${witness}.`,
    signed: (name, question, on, witness) =>
      `Quedará registrado que a ${name} se entregó ${question} en papel el ${on}, en presencia de ${witness}, y que quedó firmado.`,
    notSigned: (name, question, on, witness) =>
      `Quedará registrado que a ${name} se entregó ${question} en papel el ${on}, en presencia de ${witness}, y que quedó sin firmar.`,
    sign: (name, written) =>
      `Esa será la respuesta de ${name}: se recibió en papel, con la firma “${written}”.`,
    decline: (name) => `Esa será la respuesta de ${name}: se recibió en papel y no se firmó.`,
  },
  mail: {
    subject: 'Se registró algo para usted: por favor, revíselo',
    preview: 'Si no es correcto, por favor, dígalo.',
    says: (day) => `Recursos Humanos registró que se le entregó algo en papel el ${day}.`,
    signed: 'Consta que usted firmó que lo recibió. Eso no significa que esté de acuerdo con lo que dice.',
    notSigned: 'Consta que usted lo recibió y no lo firmó.',
    notRight: 'Si esto no es correcto, escriba al contacto que aparece abajo; se puede agregar al registro.',
    lost: 'Informaba de lo que consta como entregado en papel y de cómo decir que no es correcto.',
    read: 'Leer lo que consta',
    open: 'Leer lo que se le pregunta',
  },
};

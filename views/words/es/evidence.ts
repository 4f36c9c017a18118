import type { evidence as en } from '../en/evidence.ts';

export const evidence: typeof en = {
  heading: 'Certificado de esta firma',
  lead: 'Guarde o imprima esta página. Indica qué se firmó y cómo cualquier persona puede comprobar que no ha cambiado.',
  signedBy: 'Firma de',
  typedName: 'Nombre tal como se escribió',
  writtenName: 'Nombre tal como figura en el papel',
  document: 'Documento',
  documentSays: (title: string, version: number) => `${title}, versión ${version}`,
  language: 'Idioma en que se mostró',
  statement: 'Qué se aceptó',
  moment: 'Cuándo',
  momentSays: (local: string, utc: string) => `${local} (${utc} UTC)`,
  reference: 'Referencia',
  fingerprint: 'Huella del texto',
  fingerprintHint:
    'Se calcula a partir de cada palabra del documento y de la frase anterior (SHA-256). Otro texto tiene otra huella.',
  delivered: 'Cómo llegó',
  byMail: (when: string) =>
    `Con un enlace creado solo para esta persona; la pregunta se hizo por correo el ${when}`,
  byLink: 'Con un enlace creado solo para esta persona',
  onPaper: 'En papel',
  onPaperSays: {
    sign: (day: string, witness: string) => `Se firmó en papel el ${day}, en presencia de ${witness}`,
    decline: (day: string, witness: string) =>
      `Se recibió en papel el ${day} y no se firmó, en presencia de ${witness}`,
  },
};

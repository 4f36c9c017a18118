import type { FollowUpType, Progress, RequestKind, Role, Subject, Support } from '../../../domain/plan.ts';
import type { common as en } from '../en/common.ts';
import { plural } from '../plural.ts';

const roles: Record<Role, string> = {
  employee: 'Persona empleada',
  lead: 'Jefatura de departamento o programa',
  supervisor: 'Supervisión',
  reviewer: 'Revisión',
  hr: 'Recursos Humanos',
  agency_head: 'Dirección de la agencia',
  mentor: 'Mentoría',
  assessor: 'Evaluación',
  stakeholder: 'Parte interesada',
  representative: 'Representante',
};

const support: Record<Support['kind'], string> = {
  training: 'Capacitación',
  mentor: 'Mentoría',
  tool: 'Herramienta',
  hours: 'Tiempo de trabajo',
  other: 'Otro apoyo',
};

const subjects: Record<Subject['type'], string> = {
  employee: 'Persona empleada',
  department: 'Departamento, a cargo de',
  program: 'Programa, a cargo de',
};

const progress: Record<Progress, string> = {
  below: 'Por debajo de lo esperado',
  near: 'Cerca de lo esperado',
  reached: 'Alcanzó lo esperado',
};

const questions: Record<RequestKind, string> = {
  acknowledgement: 'Acuse de recibo',
  check_in: 'Reunión de seguimiento',
  survey: 'Encuesta',
  support: 'Apoyo prometido',
  response: 'Respuesta',
  attribution: 'Una reunión de seguimiento a la que alguien faltó',
  approval: 'Una decisión por confirmar',
  accommodation: 'Un ajuste que se pidió',
  decision: 'Decisión',
};

/** Each of them feminine, because “la” and “de la” go before them within a sentence. */
const followUps: Record<FollowUpType, string> = {
  progress: 'Reunión de seguimiento',
  coaching: 'Sesión de orientación',
  review: 'Revisión',
  training: 'Capacitación',
  metrics: 'Revisión de cifras',
  site_visit: 'Visita al lugar de trabajo',
  assessment: 'Evaluación',
  survey: 'Encuesta',
  monitoring: 'Reunión posterior al cumplimiento',
};

export const common: typeof en = {
  skip: 'Ir al contenido principal',
  optional: '(opcional)',
  chars: (max) => `Hasta ${max} caracteres.`,
  errorPrefix: 'Error: ',
  errorHeading: 'Hay un problema',
  errorMarker: 'Error:',
  helpHeading: 'Preguntas o ayuda',
  help: 'Escriba a',
  helpAfter: 'Puede preguntar antes de responder.',
  send: 'Enviar mi respuesta',
  answerBy: 'Por favor, responda a más tardar el',
  wasDue: 'El plazo venció el',
  stillOpen: '; todavía puede responder.',
  toForm: 'Ir a su respuesta',
  form: 'Su respuesta',
  roles,
  support,
  subjects,
  progress,
  questions,
  followUps,
  ofVersion: (what, version) => `${what} de la versión ${version}`,
  dated: (what, day) => `${what} del ${day}`,
  print: 'Puede imprimir esta página, o guardarla como PDF, con su navegador.',
  byRule: (authority) =>
    `No se tomó ninguna decisión a tiempo. Según ${authority}, el plan se considera cumplido.`,
  theRule: 'la norma aplicable',
  yes: 'Sí',
  no: 'No',
  days: (count) => plural('es', count, { one: 'un día', other: `${count} días` }),
};

import type { Condition, FactKind } from '../../visibility.ts';
import type { planPage as en } from '../en/plan-page.ts';
import { plural } from '../plural.ts';

const facts: Record<FactKind, string> = {
  subject: 'de quién es el trabajo de que se trata',
  own_answers: 'lo que cada persona respondió',
  people: 'quiénes participan, por su nombre',
  goals: 'los puntos, cómo se miden, las fechas y el apoyo prometido',
  reason: 'por qué hay un plan y la orientación previa',
  evidence: 'lo que se observó y cuándo',
  triage: 'lo que se preguntó antes de redactar el plan',
  acknowledgements: 'quién firmó la recepción del plan o decidió no firmar, con sus comentarios',
  answers_open: 'lo que respondió otra persona mientras una reunión de seguimiento sigue abierta',
  answers_closed:
    'lo que respondió cada parte sobre una reunión de seguimiento, cuando todas las personas respondieron o terminó el plazo',
  silence: 'quién no respondió a tiempo',
  responses: 'las respuestas a lo dicho o decidido, palabra por palabra',
  readings: 'las cifras y de dónde provienen',
  recognitions: 'lo que salió bien',
  support_delivered: 'si el apoyo prometido se entregó',
  support_notes: 'las notas sobre el apoyo prometido',
  survey_results: 'las encuestas, en conjunto',
  survey_answers: 'lo que una sola persona respondió en una encuesta',
  surveyed_people: 'los nombres de las personas encuestadas',
  missed_by: 'qué parte faltó a una reunión de seguimiento, y los días devueltos',
  missed_question: 'lo que Recursos Humanos escribió sobre una reunión de seguimiento a la que alguien faltó',
  pause: 'que el plan está en pausa, y desde cuándo y hasta cuándo',
  pause_reason: 'por qué el plan está en pausa',
  adjustment_asked: 'que se pidió un ajuste',
  adjustment_answer: 'qué resultó de pedir un ajuste',
  changes: 'qué cambió en el plan y por qué',
  handover: 'las indicaciones para quien toma el relevo',
  proposal: 'una decisión que otra persona todavía debe confirmar',
  returned: 'por qué se devolvió una decisión propuesta',
  decision: 'la decisión, con sus razones',
  aftermath: 'si el resultado se mantiene después',
  told: 'a quién se preguntó, recordó o informó, y cuándo',
  undelivered: 'los mensajes que no llegaron',
  legal_hold: 'que nada del registro se puede borrar',
  office_notes: 'las notas para el expediente y por qué algo se retiró o se retuvo',
  addresses: 'las direcciones de correo electrónico',
};

const conditions: Record<Condition, string> = {
  deciding: 'cuando se le pide decidir o confirmar, o recibe una copia',
  asked: 'de sus propias reuniones de seguimiento; de todas, cuando se le pide decidir o confirmar',
  theirs: 'lo que le está destinado',
};

/** The page where somebody sees where a plan stands. */
export const planPage: typeof en = {
  tab: 'Cómo van las cosas',
  heading: 'Cómo van las cosas',
  link: 'Ver cómo van las cosas',
  back: 'Volver',
  now: {
    draft: 'El plan se está preparando. Todavía no se le pide nada.',
    consulting: (name: string) =>
      `${name} tiene el borrador y puede opinar sobre él antes de que nada empiece.`,
    consultingSelf: 'Usted tiene el borrador y puede opinar sobre él antes de que nada empiece.',
    waits: (day: string) => `El plan empieza el ${day}.`,
    day: (day: number, total: number) => `Día ${day} de ${total}.`,
    paused: (since: string) =>
      `El plan está en pausa desde el ${since} por una ausencia autorizada. Estos días no cuentan.`,
    goesOn: (day: string) => `Continúa a partir del ${day}.`,
    deciding: 'El plazo para mejorar terminó.',
    recorded: (outcome: string) => `La decisión quedó registrada: ${outcome}.`,
    responds: (name: string, due: string) =>
      `${name} puede responder hasta el ${due}; después el plan se cierra.`,
    respondsSelf: (due: string) => `Usted puede responder hasta el ${due}; después el plan se cierra.`,
    over: 'El plan terminó.',
    closed: (outcome: string) => `El plan terminó. La decisión: ${outcome}.`,
    monitoring: (until: string) =>
      `El plan se cumplió. Hasta el ${until} se observa si el resultado se mantiene.`,
    withdrawn: 'El plan se retiró. Ya no se pide nada a nadie.',
    next: (what: string, day: string) => `Lo siguiente: ${what}, ${day}.`,
    nextYours: (what: string, day: string, due: string) =>
      `Lo siguiente: ${what}, ${day}; por favor responda a más tardar el ${due}.`,
    signs: (names: string, count: number, due: string) =>
      `Lo siguiente: se pide a ${names} ${plural('es', count, { one: 'que firme', other: 'que firmen' })} la recepción del plan, a más tardar el ${due}.`,
    signsSelf: (due: string) => `Lo siguiente: por favor firme la recepción del plan a más tardar el ${due}.`,
    decides: (names: string, due: string) => `Lo siguiente: la decisión de ${names}, a más tardar el ${due}.`,
    decidesSelf: (due: string) => `Lo siguiente: su decisión, a más tardar el ${due}.`,
  },
  asked: {
    heading: 'Lo que se le pide ahora',
    nothing: 'Ahora no se le pide nada. Cuando se le pida algo, recibirá un correo.',
    by: (question: string, due: string) => `${question}: por favor responda a más tardar el ${due}.`,
    late: (question: string, due: string) => `${question}: el plazo era el ${due}; todavía puede responder.`,
    may: (question: string, due: string) =>
      `${question}: usted puede responder hasta el ${due}; no es obligatorio.`,
    mail: (day: string) => `Use el enlace del correo del ${day}.`,
    paused: 'Mientras el plan está en pausa, no hay nada pendiente.',
  },
  ahead: {
    heading: 'Lo que viene',
    nothing: 'No hay nada más previsto.',
    calendar: 'Poner estas fechas en su calendario',
    starts: 'Empieza el plan.',
    ends: 'Último día del plan.',
    question: (what: string, due: string) => `${what}. Se responde a más tardar el ${due}.`,
    decision: (due: string) => `Se pide la decisión, a más tardar para el ${due}.`,
    acknowledgement: 'Se envía el plan para firmar su recepción.',
    decisionOpen: (due: string) => `La decisión se toma a más tardar el ${due}.`,
    responds: (name: string, due: string) => `${name} puede responder hasta el ${due}.`,
    respondsSelf: (due: string) => `Usted puede responder hasta el ${due}; no es obligatorio.`,
    asked: (names: string, count: number) =>
      plural('es', count, { one: `Se le pide a ${names}.`, other: `Se les pide a ${names}.` }),
    askedSelf: 'Se le pide a usted.',
    askedOthers: 'Se pide a otras personas.',
    answered: 'Usted ya respondió.',
    paused: 'Estas fechas también están en pausa. Se mueven por los días de la ausencia.',
    pause: 'Empieza una ausencia autorizada.',
    watched: 'Último día en que se observa si el resultado se mantiene.',
  },
  past: {
    heading: 'Lo que ha pasado',
    times: (text: string, count: number) => `${text} (${count} veces)`,
    nothing: 'Todavía no ha pasado nada. Aquí se anota lo que pase, con su día.',
  },
  items: {
    heading: 'Cada punto y cómo va',
    wanted: 'Resultado esperado',
    day: 'Día',
    expected: 'Esperado para entonces',
    measured: 'Medido',
    from: (number: string, source: string) => `${number} (${source})`,
    noReadings: 'Todavía no se han registrado cifras. Llegan con las reuniones de seguimiento.',
    key: 'Línea continua con puntos: lo medido. Escalones de guiones: lo esperado para entonces. Línea punteada: la meta.',
    keyWithout: 'Escalones de guiones: lo esperado para entonces. Línea punteada: la meta.',
    table: (heading: string, unit: string) => `Las cifras de “${heading}”, en ${unit}`,
    chart: (measure: string) => `${measure}, a lo largo de los días del plan`,
    expectedSays: (from: string, to: string, day: string) =>
      `Esperado: de ${from} al principio a ${to} el ${day}.`,
    measuredSays: (value: string, day: string) => `Última medición: ${value} el ${day}.`,
  },
  support: {
    heading: 'El apoyo prometido',
    none: 'En este plan no se promete ningún apoyo.',
    caption: 'El apoyo, y si se entregó',
    what: 'Apoyo',
    by: 'Prometido para',
    state: 'Entregado',
    promisedBy: (what: string, owner: string) => `${what} (${owner})`,
    states: {
      yes: 'Sí',
      partly: 'En parte',
      no: 'No',
      unconfirmed: 'Nadie lo ha confirmado',
      open: 'Se está preguntando',
      ahead: 'Se pregunta ese día',
    },
  },
  ratings: {
    heading: 'Lo que dijo cada parte',
    none: (day: string) =>
      `Todavía no hay nada que mostrar. La primera reunión de seguimiento es el ${day}; lo que dicen ambas partes se muestra cuando las dos han respondido o termina el plazo.`,
    noneAhead:
      'No hay nada que mostrar. Lo que ambas partes dicen sobre una reunión de seguimiento se muestra cuando las dos han respondido.',
    short: { below: 'por debajo', near: 'cerca', reached: 'alcanzado' },
    silent: 'sin respuesta',
    notAsked: 'sin pregunta',
    noNotes: 'Nadie ha escrito nada además de las valoraciones, que están en cada punto de arriba.',
    noteOn: (item: string, note: string) => `${item}: ${note}`,
    said: (name: string, about: string) => `${name}, ${about}`,
    hidden: (question: string) =>
      `${question}: todavía se puede responder. Todavía nadie ve lo que respondieron las demás personas.`,
  },
  documents: {
    heading: 'Documentos',
    plan: (day: string) =>
      `El plan completo: con el enlace del correo del ${day} en el que se le pidió firmar su recepción.`,
    planElsewhere: 'El plan completo: pida una copia al contacto de abajo.',
    decision: (day: string) => `La decisión escrita del ${day}: con el enlace del correo correspondiente.`,
    letter: (day: string) => `La carta que dice que el resultado se mantuvo: en su correo desde el ${day}.`,
    none: 'Cuando el plan cambie o se tome una decisión, se anotará aquí.',
    version: (number: number) => `Qué cambió en la versión ${number}`,
    proposed: (name: string, outcome: string, awaiting: string) =>
      `${name} propuso: ${outcome}. No cuenta antes de la confirmación de ${awaiting}.`,
    returned: 'Por qué se devolvió una decisión propuesta',
    hold: 'El registro está bajo retención legal: nada de él se puede borrar.',
  },
  audience: {
    heading: 'Quién ve qué',
    lead: 'Nadie más ve nada de esto en estas páginas. Los demás cargos directivos de su empleador tampoco.',
    leadOther: 'Nadie más ve nada de esto en estas páginas. Los demás cargos directivos tampoco.',
    nobody: 'Nadie',
    you: 'Usted',
    person: (name: string, role: string) => `${name} (${role})`,
    own: 'de sus propias reuniones de seguimiento',
    same: 'Todo lo que está bajo “Usted”.',
    sameBut: (facts: string) => `Todo lo que está bajo “Usted”, menos: ${facts}.`,
    onlySame: (when: string) => `Solo ${when}: todo lo que está bajo “Usted”.`,
    onlySameBut: (when: string, facts: string) =>
      `Solo ${when}: todo lo que está bajo “Usted”, menos: ${facts}.`,
    also: (facts: string) => `Además: ${facts}.`,
    only: (when: string, facts: string) => `Solo ${when}: ${facts}.`,
    staff:
      'Recursos Humanos guarda el registro. Quien tenga acceso a él para ese trabajo puede leerlo, salvo las respuestas individuales a una encuesta.',
  },
  rights: {
    heading: 'Lo que usted puede hacer',
    respond:
      'Responder: en el comprobante de una reunión de seguimiento sobre la que ya respondieron todas las personas, y a la decisión. Sus palabras se guardan tal como son.',
    adjustment: 'Pedir un ajuste: con el enlace al final de esta página. Solo se informa a Recursos Humanos.',
    newLink:
      'Pedir un enlace nuevo: si el enlace de un correo ya no abre, su página ofrece enviarle otro a su dirección.',
    wrong: '¿Esto no era para usted? Avise con el enlace al final de esta página.',
    copy: 'Tener una copia: con su navegador puede imprimir esta página o guardarla en PDF.',
  },
  visibility: { facts, conditions },
};

import type { past as en } from '../../en/timeline/past.ts';
import { plural } from '../../plural.ts';

const numbers = (count: number): string =>
  plural('es', count, { one: 'una cifra', other: `${count} cifras` });

/** What happened, one sentence per fact. */
export const past: typeof en = {
  PlanDrafted: (title, subject) => `Se redactó un plan para ${subject}: “${title}”.`,
  PlanRedrafted: (title) => `El borrador se volvió a redactar: “${title}”.`,
  DraftReturned: 'El borrador se devolvió: algo tiene que cambiar antes de que se apruebe.',
  PlanApproved: 'Se aprobó el plan.',
  DraftShared: (name) => `El borrador se entregó a ${name}, para que responda antes de la puesta en marcha.`,
  PlanLaunched: (starts, ends) => `El plan se puso en marcha. Va del ${starts} al ${ends}.`,
  PlanStarted: 'Empezó el período de oportunidad.',
  RequestOpened: (question, names, due) =>
    `Se pidió a ${names} responder sobre ${question}, a más tardar el ${due}.`,
  RequestOpenedOne: (question, name, due) =>
    `Se pidió a ${name} responder sobre ${question}, a más tardar el ${due}.`,
  askedWhoMissed: (names, _many, question, due) =>
    `Se preguntó a ${names} quién faltó a ${question}; se espera una respuesta a más tardar el ${due}.`,
  RequestOpenedMany: (question, count, due) =>
    plural('es', count, {
      one: `Se pidió a una persona responder sobre ${question}, a más tardar el ${due}.`,
      other: `Se pidió a ${count} personas responder sobre ${question}, a más tardar el ${due}.`,
    }),
  RespondentsInvited: (question, count) =>
    plural('es', count, {
      one: `Se pidió a una persona más responder sobre ${question}.`,
      other: `Se pidió a ${count} personas más responder sobre ${question}.`,
    }),
  RequestLapsed: (question) =>
    `El plazo para responder sobre ${question} terminó sin respuesta; nadie tiene la culpa.`,
  surveyOver: (question) => `El plazo para responder sobre ${question} terminó.`,
  typing: (typed) => `, con el nombre escrito “${typed}”`,
  writing: (written) => `, en papel, con el nombre “${written}”`,
  onPaper: ', en papel',
  signed: (name, typing) => `${name} firmó que recibió y leyó el plan${typing}.`,
  signedByIssuer: (name, typing) => `${name} firmó que emitió el plan y habló de él${typing}.`,
  signedBySuccessor: (name, typing) => `${name} firmó que asumió el plan y lo leyó${typing}.`,
  signedVersion: (name, version, typing) =>
    `${name} firmó que recibió y leyó la versión ${version} del plan${typing}.`,
  signedVersionByIssuer: (name, version, typing) =>
    `${name} firmó que habló de la versión ${version} del plan${typing}.`,
  declined: (name, typing) => `${name} decidió no firmar el acuse de recibo${typing}.`,
  checkedIn: (name, question, held) =>
    `${name} respondió sobre ${question}: ${held ? 'se llevó a cabo' : 'no se llevó a cabo'}.`,
  decided: (name, typing) => `${name} envió una decisión${typing}.`,
  surveyed: (question) => `Alguien respondió a ${question}.`,
  gave: (name, question) => `${name} respondió sobre ${question}.`,
  toldWhoMissed: (name, question) => `${name} respondió sobre ${question}.`,
  supported: (name, question, missing) =>
    missing === 0
      ? `${name} respondió sobre ${question}: se entregó todo.`
      : plural('es', missing, {
          one: `${name} respondió sobre ${question}: una promesa no se cumplió, o solo en parte.`,
          other: `${name} respondió sobre ${question}: ${missing} promesas no se cumplieron, o solo en parte.`,
        }),
  responded: (name, what) => `${name} escribió una réplica sobre ${what}.`,
  waived: (name, what) => `${name} decidió no responder sobre ${what}.`,
  approved: (name, typing) => `${name} confirmó la decisión propuesta${typing}.`,
  sentBack: (name, typing) => `${name} devolvió la decisión propuesta${typing}.`,
  accommodated: {
    pause: (name) => `${name} respondió que el plan queda en pausa por ahora.`,
    adjusted: (name) => `${name} respondió que se hizo un ajuste.`,
    nothing_needed: (name) => `${name} respondió que no se necesita ningún ajuste.`,
  },
  ServedOnPaper: {
    received: (name, question, on, witness) =>
      `Se entregó a ${name} ${question} en papel el ${on}, en presencia de ${witness}.`,
    signed: (name, question, on, witness) =>
      `Se entregó a ${name} ${question} en papel el ${on}, en presencia de ${witness}, y quedó firmado.`,
    notSigned: (name, question, on, witness) =>
      `Se entregó a ${name} ${question} en papel el ${on}, en presencia de ${witness}, y quedó sin firmar.`,
  },
  AnswerReturned: (name, by, question) =>
    `${by} devolvió la respuesta de ${name} sobre ${question}; se pregunta de nuevo a ${name}.`,
  Reminded: (names, question, step) => `El recordatorio ${step} sobre ${question} se envió a ${names}.`,
  RequestMissed: (question, names, count) =>
    plural('es', count, {
      one: `Venció el plazo para responder sobre ${question}: ${names} no respondió.`,
      other: `Venció el plazo para responder sobre ${question}: ${names} no respondieron.`,
    }),
  missedUnreached: (question, names) =>
    `Venció el plazo para responder sobre ${question}: no se pudo contactar a ${names}.`,
  missedAndUnreached: (question, names, count, unreached) =>
    plural('es', count, {
      one: `Venció el plazo para responder sobre ${question}: ${names} no respondió; no se pudo contactar a ${unreached}.`,
      other: `Venció el plazo para responder sobre ${question}: ${names} no respondieron; no se pudo contactar a ${unreached}.`,
    }),
  undelivered: {
    failed: (name) => `No se pudo entregar un mensaje a ${name}.`,
    unknown: (name) => `Hubo un mensaje para ${name}; no se sabe si llegó.`,
    bounced: (name) => `Un mensaje para ${name} fue devuelto.`,
    rejected: (name) => `El servicio de correo no dio curso a un mensaje para ${name}.`,
  },
  undeliveredAbout: {
    failed: (name, question) => `No se pudo entregar a ${name} un mensaje sobre ${question}.`,
    unknown: (name, question) => `Hubo un mensaje para ${name} sobre ${question}; no se sabe si llegó.`,
    bounced: (name, question) => `Un mensaje para ${name} sobre ${question} fue devuelto.`,
    rejected: (name, question) =>
      `El servicio de correo no dio curso a un mensaje para ${name} sobre ${question}.`,
  },
  NoteAdded: {
    plain: 'Se agregó una nota al registro',
    from: (name) => `Se agregó al registro una nota de ${name}`,
    about: (note, question) => `${note}, sobre ${question}`,
    inTime: (note) => `${note}.`,
    afterQuestion: (note) => `${note}, cuando la pregunta ya se había cerrado.`,
    outsidePlan: (note) => `${note}, cuando el plan ya había terminado.`,
  },
  remindedNobody: (question, step) =>
    `El recordatorio ${step} sobre ${question} correspondía y no se envió a nadie: ningún correo les llega.`,
  RemindedMany: (count, question, step) =>
    plural('es', count, {
      one: `El recordatorio ${step} sobre ${question} se envió a una persona.`,
      other: `El recordatorio ${step} sobre ${question} se envió a ${count} personas.`,
    }),
  escalatedToNobody: (question) =>
    `Había que avisar a alguien de que seguía pendiente la respuesta sobre ${question}, pero el plan no nombra a nadie para ello.`,
  Escalated: (question, names) =>
    `Se avisó a ${names} de que seguía pendiente la respuesta sobre ${question}.`,
  handedOver: (question, names, mayAnswer) =>
    `Se avisó a ${names} de que seguía pendiente la respuesta sobre ${question}; ahora puede venir también de ${mayAnswer}.`,

  changed: (count) => plural('es', count, { one: 'un cambio', other: `${count} cambios` }),
  newEnd: (before, after) => ` El plan termina ahora el ${after} y no el ${before}.`,
  formerEnd: (before) => ` Antes terminaba el ${before}.`,
  checkInsAdded: (days, count) =>
    plural('es', count, {
      one: ` Se agregó una reunión de seguimiento: ${days}.`,
      other: ` Se agregaron reuniones de seguimiento: ${days}.`,
    }),
  PlanAmended: (subject, count, version) =>
    `Se modificó el plan de ${subject}: ${count}; rige la versión ${version}.`,
  ManagerChanged: (subject, from, to, version) =>
    `${to} supervisa desde ahora el plan de ${subject}, en lugar de ${from}; rige la versión ${version}.`,
  CapacityReduced: (percent, count, by, version) =>
    `Las metas se redujeron al ${percent} por ciento del tiempo de trabajo, con la firma de ${by}: ${count}; rige la versión ${version}.`,
  PausePlanned: (from, until) =>
    until
      ? `Se previó una ausencia autorizada, del ${from} al ${until}.`
      : `Se previó una ausencia autorizada, a partir del ${from}.`,
  PauseCancelled: (from) => `Se canceló la ausencia prevista a partir del ${from}.`,
  PlanPaused: (from, until) =>
    until
      ? `El plan está en pausa por una ausencia autorizada, del ${from} al ${until}.`
      : `El plan está en pausa por una ausencia autorizada, a partir del ${from}.`,
  PlanPausedForAdjustment: (from) =>
    `El plan está en pausa a partir del ${from}, por un ajuste; a las demás personas se les habla de una ausencia autorizada.`,
  PauseReviewDue: (next) =>
    `El plan lleva mucho tiempo en pausa; se pidió a Recursos Humanos que lo revise, y se le pedirá de nuevo el ${next}.`,
  PlanResumed: (on, days) =>
    `El plan continúa a partir del ${on}, sin contar ${days} de ausencia autorizada; todas las fechas posteriores se movieron en la misma medida.`,
  CheckInAttributed: {
    manager: (question) => `Quedó registrado que quien supervisa faltó a ${question}.`,
    employee: (question) => `Quedó registrado que la persona empleada faltó a ${question}.`,
    excused: (question) => `Quedó registrado que nadie tiene la culpa de lo que pasó con ${question}.`,
  },
  CreditGranted: (days, question) =>
    `La persona empleada recuperó ${days}, porque quien supervisa faltó a ${question}.`,
  ReadingsRecorded: (count) =>
    plural('es', count, { one: 'Se registró una cifra.', other: `Se registraron ${count} cifras.` }),
  ReadingsRecordedBy: (name, count) => `${name} registró ${numbers(count)}.`,
  RecognitionAdded: 'Se anotó en el registro algo que salió bien.',
  RecognitionAddedBy: (name) => `${name} anotó en el registro algo que salió bien.`,
  AccommodationRequested: (name) => `${name} pidió un ajuste; se informó a Recursos Humanos.`,
  TrainingCompleted: (what, day) => `Se asistió a una formación prometida el ${day}: ${what}.`,
  SupportUndelivered: (what) => `No se entregó un apoyo prometido: ${what}. Se informó a Recursos Humanos.`,
  OpportunityPeriodEnded: 'Terminó el período de oportunidad; debe tomarse una decisión.',
  DecisionProposed: (name, outcome, count) =>
    plural('es', count, {
      one: `${name} propuso una decisión: ${outcome}. Otra persona debe confirmarla.`,
      other: `${name} propuso una decisión: ${outcome}. Otras ${count} personas deben confirmarla.`,
    }),
  DecisionRecorded: (outcome, name) => `${name} registró la decisión: ${outcome}.`,
  PlanExtended: (day) => `El plan se prorrogó hasta el ${day}.`,
  PlanClosed: (outcome) => `El plan se cerró: ${outcome}.`,
  MonitoringStarted: (day) => `Hasta el ${day} se observa si el resultado se mantiene.`,
  RelapseRecorded: (day, item, what) => `El resultado no se mantuvo el ${day}, en “${item}”: ${what}`,
  MonitoringEnded: {
    clean: 'Terminó el tiempo de observación, y el resultado se mantuvo. Se envió la carta que lo confirma.',
    relapsed: 'El tiempo de observación terminó, porque el resultado no se mantuvo.',
  },
  LegalHoldSet: 'El registro quedó bajo retención legal; no se borra nada de él.',
  LegalHoldReleased: 'Se levantó la retención legal del registro.',
  PlanWithdrawn: 'El plan fue retirado; no se pide nada más a nadie.',
  RunRestarted: {
    nobody_driving: (run) =>
      `El seguimiento se había detenido; continúa desde donde estaba (ejecución ${run}).`,
    schedule_changed: (run) =>
      `De aquí en adelante, el seguimiento se guía por las fechas nuevas (ejecución ${run}).`,
    long_run: (run) => `El seguimiento continúa desde donde estaba (ejecución ${run}).`,
    by_operator: (run) =>
      `El seguimiento se inició de nuevo; continúa desde donde estaba (ejecución ${run}).`,
    new_workflow: (run) =>
      `El seguimiento pasó a la versión más reciente del sistema; continúa desde donde estaba (ejecución ${run}).`,
  },
  RunFailed: (run) => `El seguimiento tuvo una falla técnica (ejecución ${run}).`,
};

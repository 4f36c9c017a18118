import type { planned as en } from '../../en/timeline/planned.ts';
import { plural } from '../../plural.ts';

/** What will happen if nobody does anything, one sentence per fact. */
export const planned: typeof en = {
  PlanDrafted: 'Se redactará un plan.',
  PlanRedrafted: 'El borrador se volverá a redactar.',
  DraftReturned: 'El borrador se devolverá para que se cambie.',
  PlanApproved: 'Se aprobará el plan.',
  DraftShared: (name) =>
    `El borrador se entregará a ${name}, para que responda antes de la puesta en marcha.`,
  PlanLaunched: (starts, ends) => `El plan se pondrá en marcha, del ${starts} al ${ends}.`,
  PlanStarted: 'Empezará el período de oportunidad.',
  RequestOpened: (question, names, due) =>
    `Se pedirá a ${names} responder sobre ${question}, a más tardar el ${due}.`,
  askedWhoMissed: (names, question, due) =>
    `Se preguntará a ${names} quién faltó a ${question}; se espera una respuesta a más tardar el ${due}.`,
  RequestOpenedMany: (question, count, due) =>
    plural('es', count, {
      one: `Se pedirá a una persona responder sobre ${question}, a más tardar el ${due}.`,
      other: `Se pedirá a ${count} personas responder sobre ${question}, a más tardar el ${due}.`,
    }),
  RespondentsInvited: (question, count) =>
    plural('es', count, {
      one: `Se pedirá a una persona más responder sobre ${question}.`,
      other: `Se pedirá a ${count} personas más responder sobre ${question}.`,
    }),
  RequestLapsed: (question) =>
    `El plazo para responder sobre ${question} terminará, salvo que ya haya respuesta.`,
  RequestAnswered: (name, question) => `${name} responderá sobre ${question}.`,
  gave: (name, question) => `${name} responderá sobre ${question}.`,
  surveyed: (question) => `Alguien responderá a ${question}.`,
  AnswerReturned: (name) => `La respuesta de ${name} se devolverá.`,
  Reminded: (names, question, step) => `El recordatorio ${step} sobre ${question} se enviará a ${names}.`,
  RequestMissed: (question, names) =>
    `Vencerá el plazo para responder sobre ${question}, salvo que llegue la respuesta de ${names}.`,
  NoteAdded: 'Se agregará una nota al registro.',
  MailUndelivered: (name) => `Un mensaje a ${name} no se entregará.`,
  remindedNobody: (question, step) =>
    `El recordatorio ${step} sobre ${question} corresponderá y no se enviará a nadie, salvo que el correo vuelva a llegar.`,
  RemindedMany: (count, question, step) =>
    plural('es', count, {
      one: `El recordatorio ${step} sobre ${question} se enviará a una persona.`,
      other: `El recordatorio ${step} sobre ${question} se enviará a ${count} personas.`,
    }),
  escalatedToNobody: (question) =>
    `Si sigue pendiente la respuesta sobre ${question}, habría que avisar a alguien, pero el plan no nombra a nadie para ello.`,
  Escalated: (question, names) => `Si sigue pendiente la respuesta sobre ${question}, se avisará a ${names}.`,
  handedOver: (question, names, mayAnswer) =>
    `Si sigue pendiente la respuesta sobre ${question}, se avisará a ${names}; entonces podrá venir también de ${mayAnswer}.`,
  PlanAmended: 'Se modificará el plan.',
  ManagerChanged: (to) => `${to} supervisará el plan.`,
  CapacityReduced: 'Las metas se reducirán según el tiempo de trabajo reducido.',
  PausePlanned: (from, until) =>
    until
      ? `Se preverá una ausencia autorizada, del ${from} al ${until}.`
      : `Se preverá una ausencia autorizada, a partir del ${from}.`,
  PauseCancelled: (from) => `Se cancelará la ausencia prevista a partir del ${from}.`,
  PlanPaused: (from, until) =>
    until
      ? `El plan estará en pausa por una ausencia autorizada, del ${from} al ${until}.`
      : `El plan estará en pausa por una ausencia autorizada, a partir del ${from}.`,
  PauseReviewDue: 'Se pedirá a Recursos Humanos que revise un plan que lleva mucho tiempo en pausa.',
  PlanResumed: (on, days) =>
    `El plan continuará a partir del ${on}, sin contar ${days} de ausencia autorizada; todas las fechas posteriores se moverán en la misma medida.`,
  CheckInAttributed: (question) => `Quedará registrado quién faltó a ${question}.`,
  CreditGranted: (days) => `La persona empleada recuperará ${days}.`,
  ReadingsRecorded: 'Se registrarán cifras.',
  RecognitionAdded: 'Se anotará en el registro algo que salió bien.',
  ResponseGiven: (name, question) => `${name} responderá sobre ${question}.`,
  AccommodationRequested: (name) => `${name} pedirá un ajuste; se informará a Recursos Humanos.`,
  TrainingCompleted: (what) => `Se anotará en el registro que se asistió a una formación prometida: ${what}.`,
  SupportUndelivered: (what) =>
    `No se entregará un apoyo prometido: ${what}. Se informará a Recursos Humanos.`,
  OpportunityPeriodEnded: 'Terminará el período de oportunidad y deberá tomarse una decisión.',
  DecisionProposed: 'Se propondrá una decisión, para que otra persona la confirme.',
  DecisionRecorded: 'La decisión quedará registrada.',
  decidedByRule: (authority) =>
    `Si no se toma ninguna decisión a tiempo, el plan se considerará cumplido según ${authority}.`,
  PlanExtended: (day) => `El plan se prorrogará hasta el ${day}.`,
  PlanClosed: (outcome) => `El plan se cerrará: ${outcome}.`,
  MonitoringStarted: (day) => `Hasta el ${day} se observará si el resultado se mantiene.`,
  RelapseRecorded: (day) => `Quedará registrado que el resultado no se mantuvo el ${day}.`,
  MonitoringEnded: {
    clean: 'Terminará el tiempo de observación, y se enviará la carta que lo confirma.',
    relapsed: 'El tiempo de observación terminará, porque el resultado no se mantuvo.',
  },
  LegalHoldSet: 'El registro quedará bajo retención legal.',
  LegalHoldReleased: 'Se levantará la retención legal del registro.',
  PlanWithdrawn: 'El plan se retirará.',
  RunRestarted: {
    schedule_changed: 'De aquí en adelante, el seguimiento se guiará por las fechas nuevas.',
    nobody_driving: 'El seguimiento continuará desde donde está.',
    long_run: 'El seguimiento continuará desde donde está.',
    by_operator: 'El seguimiento se iniciará de nuevo y continuará desde donde está.',
    new_workflow:
      'El seguimiento pasará a la versión más reciente del sistema y continuará desde donde está.',
  },
  RunFailed: 'El seguimiento tendrá una falla técnica.',
};

import type { answerFaults as en } from '../en/answer-faults.ts';
import { plural } from '../plural.ts';

const plain: (typeof en)['plain'] = {
  broken_character: 'Hay un carácter dañado en este texto: escríbalo de nuevo, por favor.',
  one_line: 'Escriba esto en una sola línea, por favor.',
  unreadable_characters: 'Hay caracteres en este texto que no se pueden mostrar: quítelos, por favor.',
  reversing_marks: 'Hay marcas en este texto que lo invierten: quítelas, por favor.',
  name_missing: 'Escriba su nombre: muestra que fue usted quien respondió.',
  return_reason_missing: 'Diga por qué se devuelve: lo lee quien hizo la propuesta.',
  attribution_reason_missing: 'Diga en una oración por qué; queda en el registro.',
  credit_not_in_rules:
    'Estas normas no devuelven días por una reunión de seguimiento a la que alguien faltó. Deje esta casilla sin marcar.',
  credit_not_manager:
    'Solo se devuelven días cuando quien supervisa faltó a la reunión de seguimiento. Deje esta casilla sin marcar, o elija a quien supervisa.',
  credit_no_check_in: 'No se nombra ninguna reunión de seguimiento, así que no se pueden devolver días.',
  credit_no_days:
    'No queda ningún día por devolver: el plan, con todo lo agregado, no puede durar más. Deje esta casilla sin marcar.',
  note_missing: 'Diga en pocas palabras lo que se hizo.',
  progress_missing: 'Elija hasta dónde se ha llegado.',
  item_not_asked: 'Esta reunión de seguimiento no pregunta por ese punto, o pregunta una sola vez.',
  number_missing: 'Indique el número de este punto.',
  item_unknown: 'El plan no tiene ese punto: no lo incluya, por favor.',
  number_twice: 'Indique un solo número para este punto.',
  number_not_plain: 'Escriba un número simple, con 6 decimales como máximo después del punto.',
  reason_missing: 'Dé la razón de este punto: una decisión de que el plan no se cumplió debe decir por qué.',
  extension_unneeded: 'Solo una prórroga tiene un nuevo último día. Deje esto vacío.',
  extension_impossible:
    'No queda tiempo por dar: el plan y sus prórrogas no pueden durar más. Elija otro resultado.',
  absence_reason_missing: 'Diga por qué quien emitió el plan no es quien decide.',
  notice_not_possible:
    'Solo una decisión que propone una acción puede servir también de aviso de ella. Deje esta casilla sin marcar.',
  all_below_but_met:
    'Cada reunión de seguimiento encontró algo por debajo de lo esperado. Explique por qué el plan se cumplió de todos modos.',
  all_on_track_but_not_met:
    'Cada reunión de seguimiento encontró el plan bien encaminado. Explique por qué no se cumplió de todos modos.',
  response_missing: 'Escriba lo que quiere decir, o elija no decir nada.',
  waiver_not_yours: 'Solo la persona de quien trata el plan puede prescindir de una respuesta.',
  waiver_with_words: 'Para que se conserven estas palabras, elija responder; o quítelas.',
  promise_unknown: 'Esto no se prometió para ese día, o se respondió dos veces: no lo incluya, por favor.',
  score_missing: 'Elija un número del 1 al 5.',
  proposer_confirms:
    'Quien propone esta decisión no la confirma: lo hace otra de las personas a quienes se les pidió.',
  plan_stands_still: 'El plan está en pausa por ahora. Responda cuando continúe: el plazo se mueve con él.',
  decision_proposed:
    'Ya hay una decisión propuesta que espera confirmación. Se puede dar otra cuando se devuelva esa.',
  others_answer_first:
    'Primero ambas partes responden sobre la reunión de seguimiento; después cada una puede responder a lo que dijo la otra.',
};

export const answerFaults: typeof en = {
  plain,
  too_long: (length, longest) => `Este texto tiene ${length} caracteres. Acórtelo a ${longest}, por favor.`,
  outcome_unknown: (outcomes) => `Elija uno de los resultados: ${outcomes}.`,
  extension_choose: (days) => `Elija el nuevo último día: ${days}.`,
  second_person_needed: (roles, outcomes) =>
    `Quien propone este resultado no lo decide, y el plan no nombra a nadie más que pueda hacerlo (${roles}). Pida a Recursos Humanos que agregue a alguien, o elija uno de estos: ${outcomes}.`,
  own_answers_first: (days) =>
    `La reunión de seguimiento del ${days} todavía espera a quien emitió el plan: responda primero sobre ella. Después decida, prorrogue el plan o regístrelo como cumplido.`,
  hr_first: (questions) =>
    `Primero Recursos Humanos tiene que responder ${questions}: eso puede agregar días al plan. Después decida, prorrogue el plan o regístrelo como cumplido.`,
  hr_missed: (days) => `quién faltó a la reunión de seguimiento del ${days}`,
  hr_other: 'una pregunta propia sobre este plan',
  not_held_early: (day) =>
    `Ese día aún no ha llegado: podrá decir que no se reunieron a partir del ${day}. Si se reunieron antes, diga que sí.`,
  promise_unsaid: (item) => `Diga de todo lo prometido para “${item}” si se entregó.`,
  scores_too_many: (questions) =>
    plural('es', questions, {
      one: 'La encuesta tiene una pregunta: dé un número.',
      other: `La encuesta tiene ${questions} preguntas: dé un número para cada una.`,
    }),
};

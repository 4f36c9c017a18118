import type { meetings as en } from '../../en/mails/meetings.ts';

export const meetings: typeof en = {
  title: 'Reunión de seguimiento',
  note: 'Este evento indica el día. La hora la acuerdan ustedes.',
  invited:
    'La invitación de este mensaje anota el día en su calendario. La hora la acuerdan ustedes, y no hace falta responder a la invitación.',
  moved: {
    subject: (day) => `Una reunión cambió de fecha: ahora es el ${day}`,
    says: (day) => `La reunión sobre la que le escribimos está prevista ahora para el ${day}.`,
    calendar: 'El evento de su calendario cambia también.',
  },
  cancelled: {
    subject: 'Se quita una reunión de su calendario: no tiene que hacer nada',
    preview: 'Ya no se le pide asistir.',
    says: (day) => `Ya no se le pide asistir a la reunión del ${day}.`,
    notHeld: 'Esta reunión no se celebra. Si se fija otro día, le avisaremos.',
    calendar: 'El evento desaparece de su calendario. Si no desaparece, bórrelo, por favor.',
  },
  dates: {
    starts: 'Primer día',
    ends: 'Último día',
    meeting: 'Reunión de seguimiento',
    numbers: 'Cifras que anotar',
    survey: 'Preguntas que responder',
    support: 'Preguntas sobre el apoyo prometido',
    decision: 'Fecha límite de una decisión',
    answer: 'Fecha límite para responder',
  },
};

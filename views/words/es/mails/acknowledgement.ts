import type { acknowledging as en } from '../../en/mails/acknowledgement.ts';
import { kinds } from './kinds.ts';

type Asking = (typeof en)['issuer']['first'];

const changedSubjects: Asking['subjects'] = {
  opened: (day) => `Un documento cambió: se le pide su firma a más tardar el ${day}`,
  late: (day) => `Un documento cambió: el plazo para firmar venció el ${day}`,
  reminder: (day) => `Recordatorio: un documento cambió, se le pide su firma a más tardar el ${day}`,
  overdue: (day) => `Recordatorio: un documento cambió, el plazo para firmar venció el ${day}`,
};

const changed = 'El plan del que trataban los mensajes anteriores dice desde ahora otra cosa.';
const top = 'Lo que cambió está al principio de la página.';

const successor: Asking = {
  subjects: {
    opened: (day) => `Por favor, confirme a más tardar el ${day} que asumió un documento`,
    late: (day) => `Por favor, confirme que asumió un documento: el plazo venció el ${day}`,
    reminder: (day) => `Recordatorio: confirme a más tardar el ${day} que asumió un documento`,
    overdue: (day) => `Recordatorio: confirme que asumió un documento, el plazo venció el ${day}`,
  },
  asks: `Desde ahora se le pregunta a usted por un plan que antes supervisaba otra persona. Por favor, confirme que asumió este plan y lo leyó. ${top}`,
  reminds: 'Le pedimos que confirmara que asumió este plan y lo leyó, y todavía no tenemos su respuesta.',
  action: 'Leer y confirmar',
};

/** By the part somebody has: of what was launched, and of a later version. */
export const acknowledging: typeof en = {
  recipient: {
    first: kinds.acknowledgement,
    changed: {
      subjects: changedSubjects,
      asks: `${changed} ${top} Por favor, léalo e indique si lo recibió. Recibirlo no significa estar de acuerdo con él.`,
      reminds:
        'Le pedimos que leyera un plan que ahora dice otra cosa y que indicara si lo recibió, y todavía no tenemos su respuesta.',
      action: 'Leer y responder',
    },
  },
  issuer: {
    first: {
      subjects: {
        opened: (day) => `Por favor, confirme a más tardar el ${day} que emitió un documento`,
        late: (day) => `Por favor, confirme que emitió un documento: el plazo venció el ${day}`,
        reminder: (day) => `Recordatorio: confirme a más tardar el ${day} que emitió un documento`,
        overdue: (day) => `Recordatorio: confirme que emitió un documento, el plazo venció el ${day}`,
      },
      asks: 'Por favor, confirme que emitió este plan y habló de él.',
      reminds:
        'Le pedimos que confirmara que emitió este plan y habló de él, y todavía no tenemos su respuesta.',
      action: 'Leer y confirmar',
    },
    changed: {
      subjects: changedSubjects,
      asks: `${changed} ${top} Por favor, hable del plan y confirme que habló de él tal como está ahora.`,
      reminds:
        'Le pedimos que confirmara que habló de un plan que ahora dice otra cosa, y todavía no tenemos su respuesta.',
      action: 'Leer y confirmar',
    },
  },
  successor: { first: successor, changed: successor },
};

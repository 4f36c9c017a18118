import type { saving as en } from '../en/saving.ts';

export const saving: typeof en = {
  continue: 'Continuar',
  save: 'Guardar y volver más tarde',
  check: {
    tab: 'Revise su respuesta',
    heading: 'Revise su respuesta antes de enviarla',
    lead: 'Todavía no se ha enviado nada. Esto es lo que quedará registrado:',
    sends: 'Qué pasa cuando la envíe',
    recorded:
      'Queda registrada con el día y la hora, y usted recibe un comprobante que puede guardar o imprimir.',
    changeable: 'Todavía puede cambiarla hasta que hayan respondido todas las personas consultadas.',
    final:
      'Después ya no se puede cambiar aquí. Todavía podrá agregar palabras escribiendo al contacto que aparece abajo.',
    typed: (typed: string, known: string) =>
      `Usted escribió el nombre ${typed}; el nombre que tenemos es ${known}. Si fue un error, cámbielo.`,
    change: 'Cambiar algo',
  },
  seen: {
    onlyHr:
      'Solo Recursos Humanos. Las demás personas pueden ver si el plan sigue o está en pausa, pero nunca por qué.',
    notes: (said: string) => `${said} Lo que escriba en una nota solo lo ve Recursos Humanos.`,
    basis: (said: string) => `${said} En qué se basa usted solo lo ve Recursos Humanos.`,
    approval: (names: string) =>
      `Si la confirma: todas las personas que reciben la decisión. Si la devuelve, el motivo que usted dé: ${names}.`,
  },
  saved: {
    tab: 'Guardado',
    heading: 'Guardado. Todavía no se ha enviado nada.',
    when: 'Se guardó',
    sendBy: 'Envíela a más tardar',
    wasDue: 'El plazo era',
    stillOpen: (when: string) => `${when}; todavía puede enviarla.`,
    keptUntil: 'Se conserva hasta',
    back: 'Cómo volver',
    backSays:
      'Abra otra vez el enlace de su mensaje, en este dispositivo o en otro. Sus palabras estarán ahí.',
    private:
      'Nadie más puede ver lo que guardó: ni quien le supervisa ni Recursos Humanos. No forma parte del registro y se borra cuando usted envía su respuesta.',
    name: 'El nombre que escribió no se guarda: lo escribe al enviar su respuesta.',
    goOn: 'Seguir ahora',
  },
  nothing:
    'Todavía no hay nada que guardar. El nombre solo no se guarda: se escribe al final, cuando envía su respuesta',
  back: {
    heading: 'Usted guardó esto antes',
    says: (when: string) => `Usted guardó esto el ${when}. No se ha enviado. Puede seguir donde lo dejó.`,
    changed:
      'El plan cambió desde que usted guardó esto. Por favor, léalo otra vez; lo que escribió sigue aquí.',
    agreeLegend: 'Antes de continuar',
    agree: 'He leído esto otra vez y quiero seguir',
    agreeMissing: 'Marque la casilla si ha leído esto otra vez y quiere seguir',
    discard: 'Borrar lo que guardé',
    discardLegend: 'Borrar lo que guardó',
    discardSure: 'Sí, borrar lo que guardé y empezar de nuevo',
    discardMissing: 'Marque la casilla si quiere borrar lo que guardó',
  },
  again: {
    says: (when: string) =>
      `Usted respondió el ${when}. Lo que envíe ahora reemplaza lo anterior. Lo que dijo primero queda en el registro.`,
    open: 'Todavía puede cambiar su respuesta hasta que hayan respondido todas las personas consultadas.',
    until: (when: string) =>
      `Todavía puede cambiar su respuesta hasta que hayan respondido todas las personas consultadas, a más tardar el ${when}.`,
    link: 'Cambiar mi respuesta',
  },
  already: {
    heading: 'Su respuesta ya estaba registrada',
    says: 'Lo que envió ahora no queda registrado. Abajo está la respuesta que se registró primero.',
    stands: 'La respuesta que vale',
    add: 'Si quiere agregar algo, escríbalo al contacto que aparece abajo. Se puede agregar al registro.',
  },
};

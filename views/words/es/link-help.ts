import type { linkHelp as en } from '../en/link-help.ts';

export const linkHelp: typeof en = {
  offer: {
    heading: 'Envíenme un enlace nuevo',
    says: 'Escriba la dirección de correo electrónico en la que recibió nuestro mensaje. Si es la que tenemos para este enlace, enviaremos allí un enlace nuevo.',
    field: 'Su dirección de correo electrónico',
    send: 'Envíenme un enlace nuevo',
    missing: 'Escriba su dirección de correo electrónico',
    invalid: 'Escriba la dirección de correo electrónico completa, con la @',
  },
  page: {
    tab: 'Pedir un enlace nuevo',
    heading: 'Pedir un enlace nuevo',
  },
  asked: {
    tab: 'Por favor, revise su correo',
    heading: 'Por favor, revise su correo',
    body: 'Si esta dirección es la que tenemos para este enlace, un mensaje está en camino. Puede tardar unos minutos; revise también la carpeta de correo no deseado.',
    wayOut:
      'El enlace nuevo reemplaza al anterior. En un mismo día se pueden enviar unos pocos enlaces nuevos. Si no llega ningún mensaje, escriba al contacto que aparece abajo.',
  },
  wrongPerson: {
    link: 'Este mensaje no era para mí',
    lead: '¿Esto no es para usted?',
    tab: 'Este mensaje no era para mí',
    heading: '¿Este mensaje no era para usted?',
    body: 'Entonces, díganoslo aquí, por favor. Dejaremos de escribir a esta dirección sobre este asunto y pediremos a Recursos Humanos que la corrija. No tiene que hacer nada más.',
    closes: 'Después de eso, el enlace por el que llegó ya no abre nada.',
    tick: 'Este mensaje no era para mí',
    missing: 'Marque la casilla si el mensaje no era para usted; si lo era, simplemente regrese',
    send: 'Avisar',
    back: 'Sí es para mí: regresar',
    done: {
      tab: 'Gracias por avisarnos',
      heading: 'Gracias por avisarnos',
      body: 'No se enviará nada más a su dirección sobre este asunto, y se pidió a Recursos Humanos que la corrija.',
      wayOut:
        'Por favor, borre el mensaje y no comente con nadie lo que haya podido leer. No tiene que hacer nada más.',
    },
  },
  tooMany: {
    tab: 'Por favor, espere un poco',
    heading: 'Por favor, espere un poco',
    body: 'Esta página se envió muchas veces en una hora, así que hace una pausa. Usted no hizo nada mal.',
    wayOut:
      'Inténtelo de nuevo dentro de una hora. Si necesita ayuda antes, escriba al contacto que aparece abajo.',
    unsaved: 'Lo último que escribió no quedó registrado. Se muestra abajo para que pueda copiarlo.',
  },
  mail: {
    renewed: {
      subject: 'Su enlace nuevo',
      preview: 'Usted pidió un enlace nuevo.',
      says: 'Usted pidió un enlace nuevo. Aquí está.',
      older: 'Los enlaces de mensajes anteriores sobre el mismo asunto ya no se abren.',
      notYou: 'Si usted no lo pidió, no tiene que hacer nada.',
      action: 'Abrir la página',
    },
    again: {
      subject: 'Una pregunta le espera',
      preview: 'Un mensaje anterior sobre ella no le llegó.',
      says: 'Un mensaje anterior sobre una pregunta no le llegó. Aquí está el enlace.',
    },
    wrongPerson: {
      subject: 'Por favor, revise una dirección de correo',
      preview: 'Es posible que un mensaje haya llegado a otra persona.',
      says: (name: string) =>
        `La persona que abrió un mensaje dirigido a ${name} dice que no era para ella. No se enviará nada más a esa dirección, y sus enlaces ya no abren nada.`,
      asks: 'Por favor, averigüe la dirección correcta y pida que se corrija. Lo que siga pendiente se volverá a pedir allí. Si la dirección era correcta, se puede confirmar de la misma manera.',
      where:
        'Recursos Humanos lo hace en el sitio de administración, en la página Repair; los programas, con el comando correct_address de la API.',
      silence: 'Hasta entonces, a nadie se le reprocha no haber respondido.',
    },
    suspended: {
      subject: 'No se puede escribir a una persona: se necesita su ayuda',
      preview: 'Una dirección de correo está fuera de uso.',
      says: {
        bounced: (name) =>
          `Un mensaje para ${name} fue devuelto: su buzón no los recibe. Por ahora no se envía nada más a esa dirección.`,
        complained: (name) =>
          `Un mensaje para ${name} llegó y fue marcado como no deseado. Por ahora no se envía nada más a esa dirección.`,
      },
      correct: 'Si la dirección es incorrecta, por favor averigüe la correcta y pida que se corrija.',
      confirm: {
        bounced: 'Si es correcta y el buzón vuelve a funcionar, pida que se confirme la misma dirección.',
        complained:
          'Si es correcta, pregunte a esa persona si quiere recibir allí estos mensajes y pida que se confirme la misma dirección.',
      },
      paper:
        'Mientras tanto, entregue en papel lo que esté pendiente, que alguien lo presencie, y registre el día y el nombre de esa persona como entrega en papel.',
      goesOn:
        'El plan sigue su curso mientras tanto, y a nadie se le reprocha no haber respondido a lo que no le llegó. Lo que siga pendiente se volverá a pedir por correo en cuanto la dirección se corrija o se confirme.',
    },
    notYours: 'Si este mensaje no era para usted, díganoslo aquí, por favor:',
  },
  saysNothing: (name) =>
    `Que ${name} no respondiera a tiempo no dice nada de esa persona: hasta donde sabemos ahora, ningún mensaje le llegó.`,
  timeline: {
    suspended: {
      bounced: (name) =>
        `El correo para ${name} fue devuelto definitivamente. No se enviará nada más a esa dirección hasta que se corrija o se confirme.`,
      complained: (name) =>
        `Un mensaje para ${name} fue marcado como no deseado. No se enviará nada más a esa dirección hasta que se corrija o se confirme.`,
    },
    found: (name) => `Ahora se sabe que el mensaje para ${name} sí salió.`,
    foundAbout: (name, question) => `Ahora se sabe que el mensaje para ${name} sobre ${question} sí salió.`,
    delayed: (name) => `Un mensaje para ${name} tarda en llegar; se sigue intentando.`,
    delayedAbout: (name, question) =>
      `Un mensaje para ${name} sobre ${question} tarda en llegar; se sigue intentando.`,
    renewed: (name: string) => `Se envió un enlace nuevo a ${name}.`,
    wrongPerson: (name: string) =>
      `La persona que abrió un mensaje dirigido a ${name} dijo que no era para ella. No se enviará nada más a esa dirección.`,
    corrected: (name: string) => `Se corrigió la dirección de correo electrónico de ${name}.`,
    correctedAndAsked: (name: string) =>
      `Se corrigió la dirección de correo electrónico de ${name}. Lo que seguía pendiente se envió allí con enlaces nuevos.`,
  },
  planned: {
    suspended: {
      bounced: (name) => `No se enviará nada más a la dirección de ${name}.`,
      complained: (name) => `No se enviará nada más a la dirección de ${name}.`,
    },
    found: (name) => `Quedará en el registro que un mensaje para ${name} sí salió.`,
    foundAbout: (name, question) =>
      `Quedará en el registro que un mensaje para ${name} sobre ${question} sí salió.`,
    delayed: (name) => `Un mensaje para ${name} tardará en llegar.`,
    delayedAbout: (name, question) => `Un mensaje para ${name} sobre ${question} tardará en llegar.`,
    renewed: (name) => `Se enviará un enlace nuevo a ${name}.`,
    wrongPerson: (name) =>
      `Quedará en el registro que un mensaje dirigido a ${name} no era para quien lo abrió. No se enviará nada más a esa dirección.`,
    corrected: (name) => `Se corregirá la dirección de correo electrónico de ${name}.`,
    correctedAndAsked: (name) =>
      `Se corregirá la dirección de correo electrónico de ${name}. Lo que siga pendiente se enviará allí con enlaces nuevos.`,
  },
};

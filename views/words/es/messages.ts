import type { messages as en } from '../en/messages.ts';

/** Pages that say one thing and a way out. */
export const messages: typeof en = {
  closed: {
    tab: 'Esta pregunta está cerrada',
    heading: 'Esta pregunta está cerrada',
    body: (question, when) => `La pregunta “${question}” se cerró el ${when} y ya no recibe respuestas.`,
    unsaved: 'Lo que usted escribió no se ha registrado. Aparece abajo para que pueda copiarlo.',
    wayOut:
      'Si quiere agregar algo, envíelo al contacto que aparece abajo. Se puede agregar al registro como nota.',
    withdrawn: 'El plan fue retirado: no se le pide nada más al respecto.',
    replaced: 'La reemplaza una versión más nueva del plan.',
    changed: 'El plan dice ahora otra cosa, y esto ya no se pregunta.',
    calledOff:
      'El plan continúa: por ahora no se debe tomar ninguna decisión. Se pedirá de nuevo cuando terminen los días del plan.',
    kept: 'Lo que usted escribió',
    keptGone: 'Esto es lo que usted escribió sobre algo que ya no se pregunta. No queda registrado:',
  },
  badLink: {
    tab: 'Este enlace no abre ninguna página',
    heading: 'Este enlace no abre ninguna página',
    body: 'Es posible que se haya cortado en el camino, o que se haya enviado un enlace más nuevo.',
    wayOut:
      'Abra el enlace del correo más reciente que recibió de nosotros. Si está partido en dos líneas, cópielo completo en la barra de direcciones.',
  },
  expired: {
    heading: 'Este enlace ya no abre ninguna página',
    over: 'Esta pregunta ya terminó. Con un enlace nuevo todavía puede leer cómo quedaron las cosas.',
    body: 'Aquello a lo que pertenecía terminó hace algún tiempo, y aquí ya no se puede leer ni responder nada.',
    wayOut:
      'Si necesita una copia del registro, escriba al contacto que aparece abajo. Puede pedirla en cualquier momento.',
  },
  handedOver: {
    heading: 'Ya no le corresponde abrir esto',
    body: 'Ya no se le pregunta al respecto: ahora se ocupa otra persona, o su parte en ello terminó.',
    wayOut:
      'Si tiene algo que agregar o necesita algo de aquí, escriba al contacto que aparece abajo. Allí pueden ayudarle, y sus palabras se pueden agregar al registro.',
  },
  openAgain: {
    tab: 'Abra de nuevo el enlace de su correo',
    heading: 'Abra de nuevo el enlace de su correo',
    body: 'Para proteger lo que usted ve aquí, esta página se cierra sola después de dos horas.',
    wayOut: 'Vuelva al correo que le enviamos y abra su enlace una vez más. Todavía funciona.',
    unsaved: 'Lo que usted escribió todavía no se ha registrado. Aparece abajo para que pueda copiarlo.',
  },
  tooLarge: {
    tab: 'El texto era demasiado largo',
    heading: 'El texto era demasiado largo para una sola respuesta',
    body: 'No se registró nada.',
    wayOut:
      'Regrese con su navegador, donde sus palabras siguen en su lugar, acórtelas y envíelas de nuevo. Los documentos más largos se pueden enviar al contacto que aparece abajo.',
  },
  notFound: {
    tab: 'Página no encontrada',
    heading: 'No hay ninguna página en esta dirección',
    body: 'Si escribió la dirección, revise que sea correcta.',
    wayOut: 'Si vino desde un correo electrónico, abra de nuevo el enlace que contiene.',
  },
  error: {
    tab: 'Algo falló de nuestro lado',
    heading: 'Algo falló de nuestro lado',
    body: 'Usted no hizo nada mal. No tenemos la certeza de que su último paso se haya registrado.',
    wayOut:
      'Por favor, abra de nuevo el enlace de su correo en unos minutos. Si su respuesta llegó, la verá allí. Enviarla dos veces no causa ningún problema.',
  },
};

import type { accommodation as en } from '../en/accommodation.ts';

/** Asking for an adjustment, and what HR does about it. Nothing medical is asked or kept here (L4). */
export const accommodation: typeof en = {
  tab: 'Una pregunta para Recursos Humanos',
  heading: 'Alguien pidió un ajuste',
  lead: (name) =>
    `${name} pidió un ajuste. Por favor, hablen del tema y después indique aquí a qué se llegó.`,
  only: 'Solo Recursos Humanos sabe de esto. A la persona que supervisa no se le dice ni que se pidió ni por qué. Guarde todo lo médico en un expediente aparte, fuera de este plan.',
  choice: '¿Qué se decidió?',
  pause: 'El plan queda en pausa por ahora',
  pauseHint:
    'Desde hoy, hasta que Recursos Humanos indique que continúe. A las demás personas se les dice que hay una ausencia autorizada.',
  adjusted: 'Se hizo el ajuste y el plan continúa',
  adjustedHint: 'Si por eso el plan debe decir otra cosa, modifique también el plan.',
  nothingNeeded: 'Al final no se necesita nada',
  ask: {
    tab: 'Pedir un ajuste',
    link: 'Pida un ajuste',
    linkLead: '¿Necesita que algo sea distinto para poder hacer su trabajo?',
    linkAfter: 'Solo se informa a Recursos Humanos.',
    heading: 'Pedir un ajuste',
    body: 'Si necesita que algo sea distinto para poder hacer su trabajo o participar en este plan, pídalo aquí. Recursos Humanos se comunicará con usted.',
    only: 'Solo se informa a Recursos Humanos. A quien le supervisa no se le dice que usted lo pidió.',
    nothing:
      'No se le pregunta por qué, y aquí no se pide ni se guarda nada médico. No pierde ningún derecho si no usa esta página.',
    sure: '¿Quiere pedirlo?',
    sureSays: 'Sí, Recursos Humanos puede ponerse en contacto conmigo',
    sureMissing: 'Marque la casilla si quiere que Recursos Humanos se ponga en contacto con usted',
    send: 'Pedir un ajuste',
    back: 'Volver',
    asked: {
      tab: 'Usted pidió un ajuste',
      heading: 'Usted pidió un ajuste.',
      when: 'Fecha de la solicitud',
      told: 'A quién se informó',
      answer: 'Recursos Humanos se comunicará con usted. Se le pide hacerlo a más tardar el',
      care: 'Si no recibe noticias, escriba al contacto que aparece abajo.',
    },
    over: {
      tab: 'Pedir un ajuste',
      heading: 'Ya no se puede pedir un ajuste aquí',
      body: 'El plan no está en curso, así que Recursos Humanos no podría cambiar nada en él.',
      wayOut: 'Puede escribir en cualquier momento al contacto que aparece abajo.',
    },
  },
};

import type { timeline as en } from '../en/timeline.ts';
import { past } from './timeline/past.ts';
import { planned } from './timeline/planned.ts';

/** One sentence per fact: what happened, and what will happen if nobody does anything. */
export const timeline: typeof en = {
  question: {
    // Each is read after “sobre”: “responder sobre la recepción del plan”, “el recordatorio sobre quién faltó a …”.
    acknowledgement: 'la recepción del plan',
    newVersion: (version) => `la recepción de la versión ${version} del plan`,
    dated: (what, day) => `la ${what} del ${day}`,
    support: (day) => `el apoyo prometido para el ${day}`,
    supportUndated: 'el apoyo prometido',
    response: { draft: 'el borrador', decision: 'la decisión tomada' },
    attribution: (question) => `quién faltó a ${question}`,
    approval: 'la decisión propuesta',
    accommodation: 'el ajuste',
    decision: 'la decisión por tomar',
  },
  regarding: { draft: 'el borrador', decision: 'la decisión' },
  nobody: 'nadie',
  past,
  planned,
};

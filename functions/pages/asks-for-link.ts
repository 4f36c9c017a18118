import type { WebRequest } from '../http.ts';

/** Whether a form asks for a new link. The pages of links that open nothing carry no ticket. */
export const asksForLink = ({ method, form }: WebRequest): boolean =>
  method === 'POST' && form?.has('email') === true && !form.has('ticket');

import type { Frame } from './document.tsx';
import { FieldMessage } from './form.tsx';

interface Props {
  frame: Frame;
  message?: string | undefined;
  typed?: string | undefined;
}

/**
 * Offers a new link. Without an address of its own it is sent to the page it stands on: every page of a link that opens
 * nothing is the same to the last byte. The one field has to be typed by a person, so a scanner sends nothing.
 */
export function NewLink({ frame, message, typed }: Props) {
  const w = frame.words.linkHelp.offer;
  return (
    <form method="post" id="new-link" noValidate>
      <p>{w.says}</p>
      <div class={message ? 'field wrong' : 'field'}>
        <label for="email">{w.field}</label>
        <FieldMessage frame={frame} name="email" message={message} />
        <input
          type="email"
          id="email"
          name="email"
          autocomplete="email"
          value={typed}
          {...(message ? { 'aria-invalid': 'true', 'aria-describedby': 'email-error' } : {})}
        />
      </div>
      <button type="submit">{w.send}</button>
    </form>
  );
}

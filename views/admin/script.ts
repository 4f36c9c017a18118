/**
 * What the pages of the admin site do besides, where a browser runs scripts; served at `/admin/assets/admin.js`. All of
 * them work without it. By data attributes:
 *
 * - `data-autosave` on a form: what is typed is sent by itself, three seconds after the last change, with the header
 *   `x-autosave`. 204 says it is kept; 409 with `Location` that somebody else was faster; 401 that the session is over. An
 *   element `data-autosave-status` inside the form says which.
 * - `data-refresh="<seconds>"` on an element with an id: it is fetched anew while the page is looked at.
 * - `data-check-all="<name>"` on a checkbox: checks all others of that name.
 * - `data-middle` on what scrolls: it begins with its part `data-middle-of` in the middle, and keeps its place until
 *   another part is in the middle.
 * - `data-needs-script`: shown only here.
 */
export const adminScript = `'use strict';
(() => {
  document.documentElement.classList.add('with-script');

  for (const form of document.querySelectorAll('form[data-autosave]')) {
    const status = form.querySelector('[data-autosave-status]');
    const say = (text) => { if (status) status.textContent = text; };
    let timer, sending = false, again = false;
    const send = async () => {
      if (sending) { again = true; return; }
      sending = true;
      say('Saving …');
      try {
        const reply = await fetch(form.getAttribute('data-autosave') || form.action, {
          method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'x-autosave': '1' }, redirect: 'manual',
        });
        if (reply.status === 204) {
          const version = reply.headers.get('x-version');
          const field = form.elements.namedItem('version');
          if (version && field) field.value = version;
          say('Saved at ' + new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }) + '.');
        } else if (reply.status === 409) {
          say('Somebody else has changed this meanwhile. Press Save to see both and choose.');
        } else if (reply.status === 401) {
          say('You are signed in no more. Press Save: what you typed is kept, and you can sign in again.');
        } else say('This could not be saved by itself. Press Save.');
      } catch { say('There is no connection. What you typed is still here; press Save when it is back.'); }
      sending = false;
      if (again) { again = false; later(); }
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(send, 3000); };
    form.addEventListener('input', later);
    form.addEventListener('submit', () => clearTimeout(timer));
  }

  const middleOf = (box) => box.querySelector('[data-middle-of]');
  const toMiddle = (box) => {
    const part = middleOf(box);
    if (!part) return;
    const inner = part.getBoundingClientRect(), outer = box.getBoundingClientRect();
    box.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
    box.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
  };
  const places = (element) => [...element.querySelectorAll('[data-middle]')].map((box) => ({
    of: middleOf(box)?.dataset.middleOf, left: box.scrollLeft, top: box.scrollTop,
  }));
  const replaced = (element, before) => element.querySelectorAll('[data-middle]').forEach((box, at) => {
    const was = before[at];
    if (!was || was.of !== middleOf(box)?.dataset.middleOf) toMiddle(box);
    else { box.scrollLeft = was.left; box.scrollTop = was.top; }
  });
  document.querySelectorAll('[data-middle]').forEach(toMiddle);

  const refreshed = new Set();
  for (const element of document.querySelectorAll('[data-refresh][id]')) refreshed.add(element.id);
  if (refreshed.size > 0) {
    const every = Math.min(...[...refreshed].map((id) => Number(document.getElementById(id).dataset.refresh) || 2));
    const look = async () => {
      const isTyping = document.activeElement && [...refreshed].some((id) => {
        const element = document.getElementById(id);
        return element && element !== document.activeElement && element.contains(document.activeElement);
      });
      if (!document.hidden && !isTyping) {
        try {
          const reply = await fetch(location.href, { headers: { accept: 'text/html' } });
          if (reply.ok && !reply.redirected) {
            const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
            for (const id of refreshed) {
              const before = document.getElementById(id), after = fresh.getElementById(id);
              if (!before || !after) continue;
              const open = [...before.querySelectorAll('details[open][id]')].map((one) => one.id);
              if (before.innerHTML !== after.innerHTML) {
                const stood = places(before);
                before.replaceChildren(...after.childNodes);
                replaced(before, stood);
              }
              for (const one of open) { const details = document.getElementById(one); if (details) details.open = true; }
              if (!after.hasAttribute('data-refresh')) refreshed.delete(id);
            }
          }
        } catch { /* The next look may find it again. */ }
      }
      if (refreshed.size > 0) setTimeout(look, every * 1000);
    };
    setTimeout(look, every * 1000);
  }

  for (const all of document.querySelectorAll('[data-check-all]')) {
    const others = () => document.querySelectorAll('input[type=checkbox][name="' + all.dataset.checkAll + '"]');
    all.addEventListener('change', () => { for (const one of others()) one.checked = all.checked; });
  }
})();
`;

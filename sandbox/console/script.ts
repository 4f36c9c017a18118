/**
 * The console's own script, served at `/_sandbox/ui/script.js`. Everything works without it; with it a page that
 * follows something changes in place, and files can be chosen instead of pasted.
 */
export const script = `
'use strict';
(() => {
  const REGIONS = ['band', 'faults', 'rail', 'content'];
  const isUsed = (region) => {
    const focused = document.activeElement;
    const isTyping = focused && region.contains(focused) && focused.matches('input, select, textarea, iframe');
    const chosen = document.getSelection();
    return isTyping || (chosen && !chosen.isCollapsed && region.contains(chosen.anchorNode));
  };
  const look = async () => {
    const seconds = Number(document.body.dataset.follow);
    if (!seconds) return;
    try {
      if (!document.hidden) {
        const reply = await fetch(location.href, { headers: { 'x-refresh': '1' } });
        const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
        for (const id of REGIONS) {
          const [old, fresh] = [document.getElementById(id), next.getElementById(id)];
          if (!old || !fresh || old.innerHTML === fresh.innerHTML || isUsed(old)) continue;
          const held = old.contains(document.activeElement) ? document.activeElement : undefined;
          const name = held && held.getAttribute('value');
          old.innerHTML = fresh.innerHTML;
          if (name) old.querySelector('button[value="' + CSS.escape(name) + '"]')?.focus();
        }
        if (next.body.dataset.follow) document.body.dataset.follow = next.body.dataset.follow;
        else delete document.body.dataset.follow;
      }
    } catch {
      // The sandbox may have been stopped: looking again finds out.
    }
    setTimeout(look, Math.max(500, seconds * 1000));
  };
  setTimeout(look, Math.max(500, Number(document.body.dataset.follow || 0) * 1000));

  for (const chooser of document.querySelectorAll('input[type=file][data-into]')) {
    chooser.closest('[hidden]')?.removeAttribute('hidden');
    chooser.addEventListener('change', async () => {
      const [file] = chooser.files;
      const into = document.getElementById(chooser.dataset.into);
      if (file && into) into.value = await file.text();
    });
  }
  document.addEventListener('submit', (event) => {
    const asks = event.submitter?.dataset.confirm;
    if (asks && !confirm(asks)) event.preventDefault();
  });
})();
`;

/**
 * A large file goes up in slices, so that a lost connection costs one of them: whoever chooses the same file again goes on
 * where it stopped. Part of `/admin/assets/admin.js`; without it the form sends the whole file at once.
 */
export const uploadScript = `(() => {
  const form = document.querySelector('form[data-upload]');
  if (!form) return;
  const SLICE = 180000, status = form.querySelector('[data-upload-status]');
  const box = form.querySelector('[data-upload-progress]'), bar = box.querySelector('progress');
  const LOST = 'The connection was lost. Press Upload again: it goes on where it stopped.';
  const say = (text) => { status.textContent = text; };
  const refused = async (reply) => {
    if (reply.status === 401) return 'You are signed in no more. Sign in in another tab, then press Upload again: it goes on where it stopped.';
    if (reply.status >= 500) return LOST;
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    return (page.querySelector('main') || page.body).textContent.trim().replace(/\\s+/g, ' ').slice(0, 300);
  };
  const post = async (path, body, type) => {
    const reply = await fetch(path, { method: 'POST', body, ...(type ? { headers: { 'content-type': type } } : {}), redirect: 'manual' });
    if (reply.ok || reply.type === 'opaqueredirect') return reply;
    throw new Error(await refused(reply));
  };
  // A letter of several bytes is not cut in two.
  const cut = async (file, from) => {
    const end = Math.min(from + SLICE, file.size);
    if (end === file.size) return end;
    const tail = new Uint8Array(await file.slice(end - 4, end + 1).arrayBuffer());
    let back = 4;
    while (back > 1 && (tail[back] & 0xc0) === 0x80) back--;
    return end - (4 - back);
  };
  const upload = async (file) => {
    const remembered = 'import ' + file.name + ' ' + file.size + ' ' + file.lastModified;
    let jobId = null, have = new Set();
    try { jobId = localStorage.getItem(remembered); } catch {}
    if (jobId) {
      const reply = await fetch('/admin/import/' + jobId + '/parts', { redirect: 'manual' });
      if (reply.ok) { const known = await reply.json(); if (known.open) have = new Set(known.have); else jobId = null; }
      else if (reply.type === 'opaqueredirect') throw new Error('You are signed in no more. Sign in in another tab, then press Upload again.');
      else jobId = null;
    }
    if (!jobId) {
      const reply = await post('/admin/import/begin', new URLSearchParams({ name: file.name, type: file.type }));
      jobId = (await reply.json()).jobId;
      try { localStorage.setItem(remembered, jobId); } catch {}
    }
    box.hidden = false;
    for (let from = 0, part = 0; from < file.size; part++) {
      const to = await cut(file, from);
      if (!have.has(part)) await post('/admin/import/' + jobId + '/parts/' + part, file.slice(from, to), 'text/plain');
      from = to;
      bar.value = from / file.size;
      say(Math.floor(100 * from / file.size) + ' percent of the file is there.');
    }
    await post('/admin/import/' + jobId + '/check', new URLSearchParams());
    try { localStorage.removeItem(remembered); } catch {}
    location.href = '/admin/jobs/' + jobId;
  };
  form.addEventListener('submit', async (event) => {
    const file = form.elements.namedItem('file').files[0];
    if (!file) return;
    event.preventDefault();
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    say('Uploading …');
    try { await upload(file); }
    catch (error) {
      say(error instanceof TypeError ? LOST : error.message);
    }
    button.disabled = false;
  });
})();
`;

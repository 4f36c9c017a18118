/** A chosen file goes into a box of text: `data-file-into="<id>"` on the input. Without scripts it is pasted. */
export const editorScript = `
(() => {
  for (const input of document.querySelectorAll('input[type=file][data-file-into]')) {
    input.addEventListener('change', async () => {
      const file = input.files && input.files[0];
      const box = document.getElementById(input.dataset.fileInto);
      if (!file || !box) return;
      box.value = await file.text();
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
})();
`;

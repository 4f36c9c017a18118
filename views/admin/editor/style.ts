/** What the editor of plans and the pages around it need beside the site's own stylesheet. */
export const editorStyle = `
.editor .card { margin-bottom: 1.5rem; }
.editor .whole { grid-column: 1 / -1; }
.editor .short { max-width: 9rem; }
.editor .said, .beside .said { display: block; }
.editor fieldset.part { margin: 0; }
.editor .part > legend { font-size: 1.0625rem; margin-bottom: .25rem; }
.editor .part .part { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; }
.editor .part .part > legend { font-size: 1rem; }
.editor .entry { margin: 0 0 1rem; min-width: 0; border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem 1rem; background: var(--paper); }
.editor .entry .entry { background: var(--card); padding: .5rem .75rem .75rem; margin-bottom: .75rem; }
.editor .entry > .fields { margin: 0; grid-template-columns: repeat(auto-fit, minmax(min(15.5rem, 100%), 1fr)); }
.editor textarea[rows="2"] { min-height: 4rem; }
.editor .entry-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem; margin: 0 0 .5rem; }
.editor .entry-name { font-weight: 600; }
.editor .entry-row > .fields { grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 14rem)); }
.editor .cadence { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin: .5rem 0 1rem; }
.editor .cadence select { width: auto; margin: 0; min-height: 2.25rem; padding: .2rem .5rem; }
.editor .cadence .hint { flex-basis: 100%; margin: 0; }
.save-bar { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem 1rem; }
.save-bar button { min-height: 2.5rem; padding: .3rem .9rem; }
@media (min-height: 40rem) and (min-width: 40rem) { .save-bar { position: sticky; bottom: .5rem; z-index: 1; } .editor :is(input, select, textarea, button) { scroll-margin-bottom: 6rem; } }
.beside h2, .beside summary { font-size: 1.125rem; font-weight: 600; }
.beside h2 { margin-top: 0; }
.beside .card { margin: 0 0 1rem; }
.beside .contents { margin: 0; padding-inline-start: 1.25rem; }
.beside .contents li { padding: .15rem 0; }
.plain-list { list-style: none; margin: 0; padding: 0; }
.plain-list > li { padding: .4rem 0; border-bottom: 1px solid var(--line); }
.plain-list > li:last-child { border-bottom: 0; padding-bottom: 0; }
.beside .changes { margin: 0 0 1rem; }
.beside .changes > div { padding: .4rem 0; border-bottom: 1px solid var(--line); }
.beside .changes dt { font-weight: 600; }
.beside .changes dd { margin: 0; }
.beside del { color: var(--bad); }
.beside ins { color: var(--good); text-decoration: none; font-weight: 600; }
.merge .kept { white-space: pre-wrap; overflow-wrap: anywhere; }
.merge th[scope=row] { font-weight: 600; min-width: 9rem; }
@media (min-width: 40.01rem) {
  .merge table { table-layout: fixed; }
  .merge th:first-child { width: 20%; }
}
@media (min-width: 64rem) { .beside { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; } }
.ways { align-items: start; }
`;

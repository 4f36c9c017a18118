/** What the list of plans looks like beside the rest of the admin site. */
export const plansListStyle = `
.filters .actions { margin: 0; }
.filters .fields { align-items: start; }
.views h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
.view-list { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; list-style: none; margin: 0 0 .75rem; padding: 0; }
.view-list li { display: flex; align-items: center; gap: .5rem; }
.view-list a[aria-current] { font-weight: 600; }
.views form.actions { align-items: end; margin: 0; }
.views .field { min-width: min(18rem, 100%); margin: 0; }
.plans .chosen { width: 3rem; }
.plans .chosen input { margin: 0; }
.plans tbody th { min-width: 12rem; }
.plans tbody th a { font-weight: 600; }
.plan-title { display: block; color: var(--soft); }
.plans .pill + .pill, .plans time + .pill { margin-top: .2rem; }
.plans td time { display: block; white-space: nowrap; }
.plans .since time { display: inline; }
.waits { list-style: none; margin: 0; padding: 0; }
.waits li + li { margin-top: .35rem; }
.since { display: block; }
.further { margin-top: .5rem; }
.exports { margin-inline-start: auto; }
@media (max-width: 40rem) {
  .plans caption { display: block; padding: .5rem .75rem; }
  .plans .chosen { width: auto; float: inline-end; }
  .plans td time { display: inline; white-space: normal; }
  .waits { display: inline; }
  .waits li { display: inline; }
  .since { display: inline; }
  .since::before { content: "("; }
  .since::after { content: ")"; }
}
`;

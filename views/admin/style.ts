/**
 * The stylesheet of the admin site, served at `/admin/assets/admin.css`. Classes for pages to use:
 * .card .grid (cards side by side) .split (main and aside) .table .pill .pill-good .pill-warn .pill-bad
 * .button .button-plain .button-danger .actions (buttons in a row) .fields .field .hint .fault .wrong (a field with a
 * fault) .faults (summary of faults) .facts (a dl) .timeline (an ol) .progress .counts .empty .notice .calm .soft .small
 * .kept (a person's own words) .numeric (cells) .now (the line between past and future) .visually-hidden
 */
export const adminStyle = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f8; --card: #ffffff; --ink: #1b2430; --soft: #4d5866; --line: #cfd4da; --field: #68727f;
  --accent: #14595f; --accent-ink: #ffffff; --link: #0d5580; --calm: #e6f0f0;
  --good: #1d6b3a; --good-soft: #e5f3ea; --warn: #7a4b00; --warn-soft: #fdf1dc; --bad: #9f1f18; --bad-soft: #fdeeed;
  --focus: #ffcf3f; --focus-ink: #1b2430;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #13171c; --card: #1a2027; --ink: #eaeef3; --soft: #b2bcc8; --line: #39434f; --field: #8d97a4;
    --accent: #7fd0c9; --accent-ink: #0c1a1b; --link: #8fc7ef; --calm: #1c2b2e;
    --good: #8ad6a5; --good-soft: #17281d; --warn: #f0c274; --warn-soft: #2d2414; --bad: #ff9d94; --bad-soft: #321f1e;
    --focus-ink: #13171c;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--focus-ink); outline-offset: 0; box-shadow: 0 0 0 6px var(--focus); }
.skip { position: absolute; inset-inline-start: -100rem; top: 0; padding: .75rem 1rem; background: var(--focus); color: #1b2430; }
.skip:focus { inset-inline-start: 0; z-index: 2; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.band { background: var(--card); border-bottom: 1px solid var(--line); }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; max-width: 84rem; margin: 0 auto; padding: .6rem 1.25rem; }
.brand { font-weight: 700; color: var(--ink); text-decoration: none; padding: .4rem 0; }
.brand-what { font-weight: 400; color: var(--soft); }
.areas { display: flex; flex-wrap: wrap; gap: .15rem; list-style: none; margin: 0; padding: 0; }
.areas a { display: block; padding: .5rem .75rem; border-radius: .35rem; color: var(--ink); text-decoration: none; }
.areas a:hover { text-decoration: underline; }
.areas a[aria-current] { background: var(--calm); font-weight: 600; box-shadow: inset 0 -3px 0 var(--accent); }
.signed-in { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; margin-inline-start: auto; color: var(--soft); font-size: .9375rem; }
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1.25rem 3rem; }
main.wide-page { max-width: 84rem; }
main:focus { outline: none; box-shadow: none; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: pretty; }
h1 { font-size: 1.75rem; margin: .25rem 0 .75rem; letter-spacing: -.01em; }
h2 { font-size: 1.3rem; margin: 2rem 0 .6rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p, ul, ol, dl, table, figure { margin: 0 0 1rem; }
ul, ol { padding-inline-start: 1.4rem; }
.lead { font-size: 1.0625rem; color: var(--soft); max-width: 46rem; }
.soft { color: var(--soft); }
.small { font-size: .9375rem; }
.kept { white-space: pre-wrap; unicode-bidi: plaintext; }
code, pre { font-family: ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; font-size: .9em; }
pre { overflow-x: auto; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .35rem; }
.crumbs ol { display: flex; flex-wrap: wrap; gap: .25rem .5rem; list-style: none; margin: 0 0 .25rem; padding: 0; font-size: .9375rem; }
.crumbs li:not(:last-child)::after { content: "›"; color: var(--soft); padding-inline-start: .5rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; margin: 0 0 1rem; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.calm { background: var(--calm); border-inline-start: 5px solid var(--accent); padding: .75rem 1rem; margin: 0 0 1rem; }
.calm > :last-child { margin-bottom: 0; }
.empty { background: var(--card); border: 1px dashed var(--field); border-radius: .5rem; padding: 1.5rem 1.25rem; margin: 0 0 1rem; }
.empty > :first-child { margin-top: 0; }
.empty > :last-child { margin-bottom: 0; }
.grid { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); margin: 0 0 1rem; }
.grid > * { margin: 0; }
.split { display: grid; gap: 1.5rem; }
@media (min-width: 64rem) { .split { grid-template-columns: minmax(0, 2fr) minmax(18rem, 1fr); align-items: start; } }
.split > * { min-width: 0; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 0 0 1.25rem; padding: 0; }
.counts a { display: block; min-width: 8.5rem; padding: .6rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; color: var(--ink); text-decoration: none; }
.counts a:hover { border-color: var(--accent); text-decoration: underline; }
.counts a[aria-current] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.counts strong { display: block; font-size: 1.4rem; line-height: 1.2; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
.scroll > table { margin: 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding-bottom: .35rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; color: var(--soft); font-size: .9375rem; white-space: nowrap; }
.table { background: var(--card); }
.table th:first-child, .table td:first-child { padding-inline-start: .75rem; }
.numeric { text-align: end; font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) {
  .table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table, .table caption, .table tbody, .table tr, .table th, .table td { display: block; width: auto; }
  .table caption.visually-hidden { width: 1px; }
  .table tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .table th, .table td { border: 0; padding: .1rem .75rem; text-align: start; }
  .table td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
}
.pill { display: inline-block; padding: .05rem .55rem; border-radius: 1rem; border: 1px solid var(--line); background: var(--paper); font-size: .875rem; white-space: nowrap; }
.pill-good { color: var(--good); background: var(--good-soft); border-color: currentColor; }
.pill-warn { color: var(--warn); background: var(--warn-soft); border-color: currentColor; }
.pill-bad { color: var(--bad); background: var(--bad-soft); border-color: currentColor; }
button, .button { display: inline-block; max-width: 100%; overflow-wrap: anywhere; font: inherit; font-weight: 600; color: var(--accent-ink); background: var(--accent); border: 2px solid transparent; border-radius: .35rem; padding: .5rem 1rem; min-height: 2.75rem; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { text-decoration: underline; }
button.small, .button.small { min-height: 2rem; padding: .2rem .6rem; font-size: .9375rem; }
.button-plain { color: var(--ink); background: transparent; border-color: var(--field); }
.button-danger { color: #fff; background: #9f1f18; }
button:disabled { color: var(--soft); background: var(--paper); border-color: var(--line); cursor: not-allowed; text-decoration: none; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; margin: 0 0 1rem; }
.actions > * { margin: 0; max-width: 100%; }
form { margin: 0; }
.fields { display: grid; gap: 1rem 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); margin: 0 0 1rem; align-items: end; }
.field { margin: 0 0 1.25rem; border: 0; padding: 0; min-width: 0; }
.fields > .field { margin: 0; }
.field > label, .field > legend { font-weight: 600; display: block; padding: 0; }
.hint { color: var(--soft); display: block; margin: .1rem 0 .2rem; font-size: .9375rem; font-weight: 400; }
input[type=text], input[type=search], input[type=email], input[type=date], input[type=number], input[type=datetime-local], input[type=file], input:not([type]), textarea, select {
  font: inherit; color: var(--ink); background: var(--card); border: 2px solid var(--field); border-radius: .3rem; padding: .4rem .6rem; width: 100%; max-width: 34rem; min-height: 2.75rem; display: block; margin-top: .25rem;
}
textarea { max-width: 100%; min-height: 5.5rem; resize: vertical; }
input[type=checkbox], input[type=radio] { width: 1.35rem; height: 1.35rem; margin: .3rem .6rem .3rem 0; accent-color: var(--accent); vertical-align: middle; }
.option { display: flex; align-items: flex-start; }
.option label { padding: .25rem 0; font-weight: 400; }
.fault { color: var(--bad); font-weight: 600; display: block; margin: .2rem 0; }
.fault .small { font-weight: 400; }
.wrong { border-inline-start: 4px solid var(--bad); padding-inline-start: .9rem; }
.wrong input, .wrong textarea, .wrong select { border-color: var(--bad); }
.faults { border: 3px solid var(--bad); background: var(--bad-soft); border-radius: .35rem; padding: 1rem 1.25rem; margin: 0 0 1.5rem; }
.faults h2 { margin: 0 0 .5rem; }
.faults ul { margin: 0; }
.faults a { color: var(--bad); font-weight: 600; }
.advice { color: var(--warn); display: block; margin: .2rem 0; }
.notice { border: 2px solid var(--line); border-inline-start-width: 6px; background: var(--card); border-radius: .35rem; padding: .75rem 1rem; margin: 0 0 1.25rem; }
.notice > :last-child { margin-bottom: 0; }
.notice-title { font-weight: 600; margin: 0 0 .35rem; }
.notice-done { border-color: var(--good); }
.notice-trouble { border-color: var(--bad); background: var(--bad-soft); }
.facts { margin: 0 0 1rem; }
.facts > div { padding: .4rem 0; border-bottom: 1px solid var(--line); }
.facts > div:last-child { border-bottom: 0; }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; }
@media (min-width: 36rem) { .facts > div { display: grid; grid-template-columns: minmax(8rem, 1fr) minmax(0, 2.5fr); column-gap: 1.25rem; } }
.timeline { list-style: none; margin: 0 0 1rem; padding: 0; border-inline-start: 3px solid var(--line); }
.timeline > li { padding: .35rem 0 .35rem 1rem; position: relative; }
.timeline > li::before { content: ""; position: absolute; inset-inline-start: -7px; top: .85rem; width: 11px; height: 11px; border-radius: 50%; background: var(--accent); }
.timeline > .planned::before { background: var(--paper); border: 2px solid var(--field); }
.timeline > .now { font-weight: 600; color: var(--accent); }
.timeline > .now::before { background: var(--focus); border: 2px solid var(--focus-ink); }
.timeline time { color: var(--soft); font-size: .9375rem; display: block; }
progress { width: 100%; height: 1rem; accent-color: var(--accent); }
details { margin: 0 0 1rem; }
summary { cursor: pointer; color: var(--link); padding: .35rem 0; }
[data-needs-script] { display: none; }
.with-script [data-needs-script] { display: revert; }
@media (forced-colors: active) { :focus-visible { outline: 3px solid Highlight; } .pill, .card { border: 1px solid CanvasText; } }
@media print { .band, .actions, .skip { display: none; } body { background: #fff; color: #000; } .card { break-inside: avoid; } }
`;

/** The one stylesheet, served at `/assets/style.css`: pages carry no styles of their own, so the policy can forbid them. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d2430; --soft: #4c5667; --line: #c9ccd3;
  --accent: #155e63; --accent-ink: #ffffff; --link: #0f5a83; --calm: #e8f1f0; --error: #a3211b; --error-soft: #fdf0ef;
  --field: #6a7280; --focus: #ffcf3f; --focus-ink: #1d2430;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181e; --card: #1b2129; --ink: #eceff4; --soft: #b4bdca; --line: #3b4654;
    --accent: #7fd0c9; --accent-ink: #0d1b1c; --link: #8fc7ef; --calm: #1d2d30; --error: #ff9d94; --error-soft: #32201f;
    --field: #8b96a6; --focus: #ffcf3f; --focus-ink: #14181e;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--focus-ink); outline-offset: 0; box-shadow: 0 0 0 6px var(--focus); }
.skip { position: absolute; inset-inline-start: -100rem; top: 0; padding: .75rem 1rem; background: var(--focus); color: var(--focus-ink); }
.skip:focus { inset-inline-start: 0; z-index: 1; }
.top, .bottom, main { width: 100%; max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
.top { padding-top: 1rem; padding-bottom: 1rem; color: var(--soft); font-weight: 600; }
.bar { border-bottom: 1px solid var(--line); background: var(--card); }
main { padding-top: 1.75rem; padding-bottom: 2.5rem; flex: 1; }
.bottom { padding-top: 1.25rem; padding-bottom: 2rem; }
.foot { border-top: 1px solid var(--line); background: var(--card); }
.foot h2 { font-size: 1.0625rem; margin: 0 0 .25rem; }
.foot p { margin: 0; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: pretty; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.1rem); margin: 0 0 1rem; letter-spacing: -.01em; }
h2 { font-size: 1.4rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1.0625rem; margin: 1.25rem 0 .25rem; }
p, ul, ol, dl, table { margin: 0 0 1rem; }
.caption { color: var(--soft); margin: 0 0 .35rem; }
.lead { font-size: 1.125rem; }
.soft { color: var(--soft); }
.kept { white-space: pre-wrap; unicode-bidi: plaintext; }
[dir=ltr] .kept { text-align: left; }
[dir=rtl] .kept { text-align: right; }
.calm { background: var(--calm); border-inline-start: 5px solid var(--accent); padding: 1rem 1.25rem; margin: 0 0 1.5rem; }
.calm > :first-child { margin-top: 0; }
.calm > :last-child { margin-bottom: 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1.25rem; margin: 0 0 1.25rem; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.facts > div { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.facts > div:last-child { border-bottom: 0; }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; }
@media (min-width: 36rem) {
  .facts > div { display: grid; grid-template-columns: minmax(9rem, 1fr) minmax(0, 2fr); column-gap: 1.25rem; }
}
.facts dd > :last-child { margin-bottom: 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding-bottom: .35rem; }
th, td { text-align: start; vertical-align: top; padding-block: .5rem; padding-inline: 0 .75rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; }
@media (max-width: 35.99rem) {
  .wide thead { display: none; }
  .wide, .wide caption, .wide tbody, .wide tr, .wide th, .wide td { display: block; }
  .wide tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .wide th, .wide td { border: 0; padding: .1rem 0; }
  .wide th { font-weight: 600; }
  .wide td::before { content: attr(data-label) ": "; color: var(--soft); }
}
ol, ul { padding-inline-start: 1.4rem; }
form { margin: 0; }
.field { margin: 0 0 1.75rem; border: 0; padding: 0; min-width: 0; }
fieldset.field > legend { padding: 0; margin-bottom: .25rem; }
.field > label, .field > legend { font-weight: 600; display: block; }
.field legend h3 { margin: 0; }
.hint { color: var(--soft); margin: 0 0 .5rem; display: block; }
input[type=text], input[type=email], input[type=date], textarea, select {
  font: inherit; color: var(--ink); background: var(--card); border: 2px solid var(--field); border-radius: .25rem;
  padding: .5rem .65rem; width: 100%; max-width: 30rem; min-height: 2.75rem; display: block; margin-top: .35rem;
}
textarea { max-width: 100%; min-height: 6.5rem; resize: vertical; }
.option { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); align-items: start; margin-top: .5rem; }
.option input { width: 1.5rem; height: 1.5rem; margin: .6rem; accent-color: var(--accent); }
.option label { padding: .55rem 0; min-height: 2.75rem; cursor: pointer; }
.option .hint { grid-column: 2; margin: -.45rem 0 .25rem; }
.error { color: var(--error); font-weight: 600; margin: .15rem 0; display: block; }
.wrong { border-inline-start: 5px solid var(--error); padding-inline-start: 1rem; }
.wrong input:is([type=text], [type=email], [type=date]), .wrong textarea, .wrong select { border-color: var(--error); }
.summary { border: 4px solid var(--error); background: var(--error-soft); padding: 1.25rem; margin: 0 0 2rem; border-radius: .25rem; }
.summary h2 { margin: 0 0 .5rem; }
.summary ul { list-style: none; padding: 0; margin: 0; }
.summary a { color: var(--error); font-weight: 600; display: inline-block; min-height: 1.75rem; }
button {
  font: inherit; font-weight: 600; color: var(--accent-ink); background: var(--accent); border: 2px solid transparent;
  border-radius: .35rem; padding: .7rem 1.4rem; min-height: 2.75rem; cursor: pointer;
}
button:hover { text-decoration: underline; }
.buttons { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0 0 1.5rem; }
.second { color: var(--ink); background: transparent; border-color: var(--field); }
.down { display: inline-block; padding: .35rem 0; }
details { margin: 0 0 1rem; }
summary { cursor: pointer; color: var(--link); padding: .35rem 0; }
.done { background: var(--calm); border: 2px solid var(--accent); border-radius: .5rem; padding: 1.5rem 1.25rem .75rem; margin-bottom: 1.5rem; }
.done :is(h1, h2) { margin: 0 0 .75rem; }
.answer { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; margin: 0 0 1rem; }
.answer h4 { margin-top: 0; }
.answer figcaption { font-weight: 600; }
.answer blockquote { margin: 0; }
/* Where things stand: days, charts and their numbers. */
.days > div { padding: .35rem 0; border-bottom: 1px solid var(--line); }
.days dt { font-weight: 600; }
.days dd { margin: 0; }
@media (min-width: 36rem) {
  .days > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); column-gap: 1.25rem; }
  .days dt { grid-row: 1 / span 99; }
  .days dd { grid-column: 2; }
}
.chart { direction: ltr; display: block; width: 100%; max-width: 26rem; height: auto; }
.chart path { fill: none; stroke: var(--soft); stroke-width: 1; }
.chart .steps { stroke: var(--link); stroke-width: 1.5; stroke-dasharray: 5 3; }
.chart .target { stroke: var(--ink); stroke-dasharray: 1 3; }
.chart .line { stroke: var(--accent); stroke-width: 2; }
.chart .dots { stroke: var(--accent); stroke-width: 6; stroke-linecap: round; }
.chart text { fill: var(--soft); font-size: 12px; }
.numbers { font-size: .9375rem; }
@media (max-width: 35.99rem) { .numbers td:empty { display: none; } }
@media (forced-colors: active) { .chart path { stroke: CanvasText; } .chart text { fill: CanvasText; } }
@media print { .chart { break-inside: avoid; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { :focus-visible { outline: 3px solid Highlight; } }
@media print {
  body { display: block; min-height: 0; }
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --calm: #fff; --accent: #000; }
  body { font-size: 11pt; }
  .skip, .down, form button, .screen { display: none; }
  main, .top, .bottom { max-width: none; padding-inline: 0; }
  .card, .answer, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; }
}
`.trimStart();

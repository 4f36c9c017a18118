/** What the pages of one plan, of bulk work and of repair need beside the site's own stylesheet. */
export const planStyle = `
.onpage ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
.onpage a { display: inline-block; padding: .25rem 0; }
.entry { margin: .1rem 0; }
.offers { list-style: none; padding: 0; margin: 0 0 .75rem; }
.offers li { padding: .25rem 0; }
.offers a { font-weight: 600; display: inline-block; padding: .15rem 0; }
.offers .why { display: block; }
.fault-line { display: block; }
.reasons { margin: 0; padding-inline-start: 1.1rem; }
.reasons .hint { margin: 0; }
fieldset.set { border: 1px solid var(--line); border-radius: .35rem; padding: .75rem 1rem 1rem; }
fieldset.set > legend { padding: 0 .35rem; }
.remark { border-inline-start: 4px solid var(--line); padding-inline-start: 1rem; margin: 0 0 1rem; }
.remark figcaption { color: var(--soft); }
.remark blockquote { margin: .15rem 0 0; }
td details { margin: 0; }
td summary { padding: 0; }
td pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; }
.points { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); align-items: start; }
.points > .card { margin: 0; min-width: 0; }
.points .numbers { font-size: .9375rem; }
.answer { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; margin: 0 0 1rem; }
.answer figcaption { font-weight: 600; }
.answer blockquote { margin: 0; }
.caption { color: var(--soft); }
.days > div { padding: .35rem 0; border-bottom: 1px solid var(--line); }
.days dt { font-weight: 600; }
.days dd { margin: 0; }
@media (min-width: 36rem) {
  .days > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); column-gap: 1.25rem; }
  .days dt { grid-row: 1 / span 99; }
  .days dd { grid-column: 2; }
}
@media (max-width: 35.99rem) {
  .wide thead { display: none; }
  .wide, .wide caption, .wide tbody, .wide tr, .wide th, .wide td { display: block; }
  .wide tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .wide th, .wide td { border: 0; padding: .1rem 0; }
  .wide th { font-weight: 600; }
  .wide td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
  .numbers td:empty { display: none; }
}
.wraps td, .wraps dd, .entry { overflow-wrap: anywhere; }
.chart { direction: ltr; display: block; width: 100%; max-width: 26rem; height: auto; margin: 0 0 .5rem; }
.chart path { fill: none; stroke: var(--soft); stroke-width: 1; }
.chart .steps { stroke: var(--link); stroke-width: 1.5; stroke-dasharray: 5 3; }
.chart .target { stroke: var(--ink); stroke-dasharray: 1 3; }
.chart .line { stroke: var(--accent); stroke-width: 2; }
.chart .dots { stroke: var(--accent); stroke-width: 6; stroke-linecap: round; }
.chart text { fill: var(--soft); font-size: 12px; }
@media (forced-colors: active) { .chart path { stroke: CanvasText; } .chart text { fill: CanvasText; } }
.summary-of-bulk { list-style: none; }
.choices-of-work { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); list-style: none; padding: 0; }
.choices-of-work > li { display: flex; flex-direction: column; justify-content: space-between; gap: .5rem; }
`.trim();

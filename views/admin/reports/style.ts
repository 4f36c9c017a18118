/** What the reports need beside the site's own stylesheet. */
export const reportsStyle = `
.reports .card { margin-block: 1rem; min-width: 0; }
.report-grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 1rem; align-items: start; }
@media (min-width: 60rem) { .report-grid > :first-child { grid-row: span 2; } }
.reports .fields { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; }
.reports .table { width: 100%; }
.wide-table { overflow-x: auto; margin-block: .75rem; }
.bars { display: block; width: 100%; max-width: 34rem; height: auto; margin-block: .5rem; }
.bars text { font-size: 13px; fill: var(--ink); }
.bars .value { font-weight: 600; }
.bars .bar { fill: var(--accent); }
.bars .marked { fill: var(--warn-soft); stroke: var(--warn); stroke-width: 2; stroke-dasharray: 5 3; }
@media (forced-colors: active) { .bars .bar { fill: CanvasText; } .bars text { fill: CanvasText; } .bars .marked { fill: Canvas; stroke: CanvasText; } }
`;

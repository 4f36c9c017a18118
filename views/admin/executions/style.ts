/** What only the executions view needs: the drawing, the table of events. Part of the admin site's stylesheet. */
export const executionsStyle = `
.drawing { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem; margin: 0 0 1rem; }
.with-script .drawing { max-height: min(40rem, 75vh); overflow: auto; }
.graph { display: block; max-width: none; margin: 0 auto; font-family: inherit; }
.graph .way .line { fill: none; stroke: var(--line); stroke-width: 1.25; }
.graph .way .tip { fill: var(--line); stroke: none; }
.graph .way-catch .line { stroke-dasharray: 3 3; }
.graph .way-near .line { stroke: var(--link); stroke-width: 1.75; }
.graph .way-near .tip { fill: var(--link); }
.graph .way-taken .line { stroke: var(--accent); stroke-width: 2.25; }
.graph .way-taken .tip { fill: var(--accent); }
.graph .state rect { fill: var(--card); stroke: var(--field); stroke-width: 1.25; }
.graph .state-name { fill: var(--ink); font-size: 12.5px; font-weight: 600; }
.graph .state-more { fill: var(--soft); font-size: 10.5px; }
.graph .state-never rect { stroke: var(--line); stroke-dasharray: 4 3; fill: var(--paper); }
.graph .state-never .state-name { fill: var(--soft); font-weight: 400; }
.graph .state-passed rect { fill: var(--calm); stroke: var(--accent); }
.graph .state-here rect { fill: var(--accent); stroke: var(--accent); stroke-width: 3; }
.graph .state-here .state-name, .graph .state-here .state-more { fill: var(--accent-ink); }
.graph .state-failed rect { fill: var(--bad-soft); stroke: var(--bad); stroke-width: 2.5; }
.graph .state-failed .state-name, .graph .state-failed .state-more { fill: var(--bad); }
.graph .state-stopped rect { fill: var(--warn-soft); stroke: var(--warn); stroke-width: 2; }
.graph .state-selected rect { stroke: var(--link); stroke-width: 3; }
.graph .frame rect { fill: none; stroke: var(--field); stroke-dasharray: 6 4; }
.graph .frame text { fill: var(--soft); font-size: 10.5px; }
.graph .hit { fill: transparent; cursor: pointer; }
.graph a:hover .hit { stroke: var(--link); stroke-width: 2; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0 0 .5rem; padding: 0; font-size: .9375rem; color: var(--soft); }
.legend svg { vertical-align: -.2em; margin-inline-end: .35rem; }
.filter { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem 1rem; margin: 0 0 1rem; }
.filter label { font-weight: 600; font-size: .9375rem; }
.filter input, .filter select { max-width: 16rem; }
.filter > * { margin: 0; }
.waits { font-weight: 600; min-width: 20rem; }
.waits .mono { display: block; font-weight: 400; color: var(--soft); }
.raw + .actions { margin-top: 1rem; }
.mono { font-family: ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; font-size: .875em; overflow-wrap: anywhere; }
.raw { margin: 0; }
.raw summary { padding: .1rem 0; }
.raw pre { margin: .35rem 0 0; max-width: 40rem; max-height: 24rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.tabs { display: flex; flex-wrap: wrap; gap: .25rem; list-style: none; margin: 0 0 1rem; padding: 0; border-bottom: 1px solid var(--line); }
.tabs a { display: block; padding: .5rem .9rem; color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; }
.tabs a:hover { text-decoration: underline; }
.tabs a[aria-current] { font-weight: 600; border-color: var(--accent); }
.moment { white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) { .table caption { display: block; padding: .5rem .75rem; } .moment { white-space: normal; } .waits { min-width: 0; } }
`;

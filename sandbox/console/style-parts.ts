/** Headings, cards, tables, notices and lists. */
export const partsStyle = `
h1, h2, h3 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.6rem; margin: 0 0 .6rem; letter-spacing: -.01em; }
h2 { font-size: 1.15rem; margin: 0 0 .6rem; }
h3 { font-size: 1.03rem; }
section + section { margin-top: 1.5rem; }
p, ul, ol, dl, table, pre { margin: 0 0 .75rem; }
.soft { color: var(--soft); }
.small { font-size: .9rem; }
.count { color: var(--soft); font-weight: 400; }
.title-line { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; }
.title-line p { margin: 0 0 .6rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem; }
.card + .card, section + .card, .card + section, .wide + .card, .search + .wide { margin-top: 1rem; }
.card > :last-child { margin-bottom: 0; }
.card-top { display: flex; flex-wrap: wrap; gap: .35rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: .4rem; }
.card-top h2, .card-top p { margin: 0; }
.badge { display: inline-block; border-radius: 1rem; padding: .05rem .6rem; font-size: .85rem; font-weight: 600; background: var(--calm); color: var(--ink); white-space: nowrap; }
.badge.warn { background: var(--warn); color: var(--warn-ink); }
.badge.bad { background: var(--error-soft); color: var(--error); }
.badge.playing { background: var(--sun); color: var(--sun-ink); }
.badge + .badge { margin-left: .35rem; }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.facts ul { list-style: none; padding: 0; margin: 0; }
.ways { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; }
.acts { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: .75rem 0; }
.acts form { display: flex; gap: .5rem; align-items: end; flex-wrap: wrap; }
.acts label { display: block; font-size: .9rem; color: var(--soft); }
.acts details { width: 100%; }
.acts summary { padding: .2rem 0; color: var(--link); }
.notice { border-radius: .6rem; padding: .8rem 1.2rem; margin: 0 0 1.25rem; background: var(--calm); border-left: 5px solid var(--accent); }
.notice.bad { background: var(--error-soft); border-left-color: var(--error); }
.notice > :last-child { margin-bottom: 0; }
.notice h2 { font-size: 1.05rem; margin: 0 0 .3rem; }
.notice ul, .card > ul { padding-left: 1.2rem; }
.notice summary { padding: .3rem 0; }
.notice details ul { max-height: 14rem; overflow: auto; }
summary { cursor: pointer; padding: .6rem 1.1rem; }
summary strong { font-size: 1.03rem; }
.wide { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
table.narrow { min-width: 0; overflow-wrap: break-word; }
table.narrow a, table.narrow pre, table.narrow summary, table.narrow td { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; min-width: 36rem; overflow-wrap: normal; margin: 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .7rem 1rem .3rem; color: var(--soft); font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem 1rem; border-top: 1px solid var(--line); }
tbody th { font-weight: 600; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .9rem; }
.numbers td, .numbers thead th + th { text-align: right; }
tbody tr:hover { background: var(--hover); }
td.time, td.whole summary { white-space: nowrap; }
td ul { margin: 0; padding-left: 1.1rem; }
td summary { padding: 0; color: var(--link); }
td pre { margin: .4rem 0 0; }
pre { background: var(--hover); padding: .75rem; border-radius: .4rem; overflow: auto; font-size: .85rem; white-space: pre-wrap; }
code { font-size: .92em; }
@media (max-width: 40rem) {
  table.narrow th, table.narrow td { padding: .45rem .5rem; font-size: .88rem; }
  td.time { white-space: normal; }
  table.narrow .started, table.history thead { display: none; }
  table.history tr { display: block; padding: .4rem 0; border-top: 1px solid var(--line); }
  table.history td { display: block; border: 0; padding: .05rem 1rem; }
}
.timeline { list-style: none; padding: 0; margin: 0 0 .75rem; }
.timeline li { padding: .45rem 0 .45rem 1rem; border-left: 3px solid var(--accent); }
.timeline li.planned { border-left: 3px dashed var(--soft); color: var(--soft); }
.timeline time { display: block; font-size: .9rem; font-variant-numeric: tabular-nums; color: var(--soft); }
.fold { margin-top: .85rem; padding: 0; }
.fold > div { padding: 0 1.2rem 1rem; }
.example { margin-top: 1rem; }
.example p { margin: .35rem 0 0; }
.example form { margin-top: .5rem; }
.stop { margin-top: 1rem; }
.stop p { margin: .35rem 0 0; }
.over { margin-top: 1.75rem; }
.back { margin: 0 0 .6rem; }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; }
.chips a { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .75rem; background: var(--card); text-decoration: none; font-size: .92rem; }
.chips a[aria-current] { border-color: var(--accent); font-weight: 600; }
.search { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: 1rem 0; }
.search > div { display: grid; gap: .15rem; }
.search label { font-size: .9rem; color: var(--soft); }
.search .tick { min-height: 2.4rem; }
.search > label { align-self: center; }
.fields { display: flex; flex-wrap: wrap; gap: .6rem .8rem; align-items: end; margin: 0 0 .75rem; }
.fields > div { display: grid; gap: .15rem; min-width: 0; }
.fields label { font-size: .88rem; color: var(--soft); }
.fields input[type=number] { width: 6.5rem; }
.fields select { max-width: 11rem; }
.switches { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
.switches .card { margin: 0; display: flex; flex-direction: column; align-items: start; }
.switches h3 { margin-bottom: .3rem; }
.switches button { margin-top: auto; }
.rows { list-style: none; padding: 0 !important; margin: .5rem 0 0; }
.rows li { border-top: 1px solid var(--line); }
.rows summary { padding: .4rem .2rem; }
.questions { list-style: none; padding: 0 !important; }
.questions > li { border-top: 1px solid var(--line); padding: .6rem 0; }
.questions p { margin: 0 0 .4rem; }
.complete { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; margin: 0 0 .4rem; }
.past-examples { margin-top: 1.5rem; }
.guide-line { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; border-left: 5px solid var(--sun); background: var(--card); border-radius: .6rem; padding: .6rem 1rem; margin: 0 0 1.25rem; font-size: .95rem; }
.guide-line p { margin: 0; flex: 1 1 24rem; }
.guide { margin-bottom: 1.75rem; }
.guide ol { list-style: none; counter-reset: step; padding: 0; display: grid; gap: .6rem 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12.5rem), 1fr)); }
.guide li { counter-increment: step; padding: .5rem .75rem; border-left: 3px solid var(--line); }
.guide li.done { border-left-color: var(--accent); color: var(--soft); }
.guide li.next { grid-column: 1 / -1; border-left-color: var(--sun); background: var(--hover); border-radius: 0 .4rem .4rem 0; }
.guide li p { margin: 0 0 .3rem; }
.guide li strong::before { content: counter(step) ". "; }
.guide .badge { margin-left: .5rem; }
progress { accent-color: var(--accent); vertical-align: middle; }
`;

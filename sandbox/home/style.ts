/** The sandbox's own look; nothing is fetched from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f4f5f7; --card: #ffffff; --ink: #1b2230; --soft: #535d6e; --line: #dcdfe5; --hover: #f0f3f6;
  --accent: #155e63; --accent-ink: #ffffff; --link: #0f5a83; --calm: #e6f1f0; --warn: #fdf3dc; --warn-ink: #6b4a00;
  --error: #a3211b; --error-soft: #fdefee; --band: #17323a; --band-ink: #f2f7f7; --band-soft: #b7cbce;
  --band-field: #0f252b; --band-line: #4a6a71;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161b; --card: #1a2027; --ink: #e9edf2; --soft: #a9b3c1; --line: #333d49; --hover: #222a33;
    --accent: #7fd0c9; --accent-ink: #0d1b1c; --link: #8fc7ef; --calm: #1b2e30; --warn: #33290f; --warn-ink: #f3d58a;
    --error: #ff9d94; --error-soft: #33201f; --band: #0d2026; --band-ink: #eaf3f3; --band-soft: #a3bdc1;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
}
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid #ffcf3f; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; top: 0; padding: .75rem 1rem; background: #ffcf3f; color: #1b2230; z-index: 1; }
.skip:focus { left: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.width { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
.band { background: var(--band); color: var(--band-ink); padding: 1.1rem 0 1.4rem; }
.band a { color: inherit; }
.brand { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; margin: 0 0 1rem; font-size: .95rem; }
.brand strong { font-size: 1.05rem; }
.brand nav { margin-left: auto; display: flex; gap: 1.25rem; flex-wrap: wrap; }
.clock { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; align-items: end; justify-content: space-between; }
.now { margin: 0; font-size: clamp(1.5rem, 1.1rem + 1.6vw, 2.1rem); font-weight: 600; line-height: 1.15; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.also { margin: .3rem 0 0; color: var(--band-soft); font-size: .95rem; }
.moves { display: flex; flex-wrap: wrap; gap: .6rem .75rem; align-items: end; }
.moves form { display: flex; gap: .5rem; align-items: end; }
.moves label { display: block; font-size: .85rem; color: var(--band-soft); margin-bottom: .2rem; }
button, .button {
  font: inherit; font-weight: 600; border: 1px solid transparent; border-radius: .4rem; padding: .5rem .95rem; min-height: 2.6rem;
  cursor: pointer; background: var(--accent); color: var(--accent-ink);
}
button:hover { filter: brightness(1.12); }
button.plain { background: transparent; color: var(--link); border-color: var(--line); }
.band button { background: #ffcf3f; color: #1b2230; }
.band button.plain { background: transparent; color: var(--band-ink); border-color: var(--band-line); }
input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .4rem; padding: .45rem .6rem; min-height: 2.6rem; }
.band input { background: var(--band-field); border-color: var(--band-line); color: var(--band-ink); color-scheme: dark; }
main.width { display: block; padding-top: 1.75rem; padding-bottom: 3rem; }
.columns { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
@media (min-width: 62rem) { .columns { grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); } }
h1, h2, h3 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.7rem; margin: 0 0 .75rem; letter-spacing: -.01em; }
h2 { font-size: 1.2rem; margin: 0 0 .75rem; }
h3 { font-size: 1.03rem; }
section + section { margin-top: 1.75rem; }
p, ul, ol, dl, table, pre { margin: 0 0 .75rem; }
.soft { color: var(--soft); }
.small { font-size: .9rem; }
.count { color: var(--soft); font-weight: 400; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.1rem 1.25rem; }
.card + .card { margin-top: .85rem; }
.card > :last-child { margin-bottom: 0; }
.card-top { display: flex; gap: .35rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: .5rem; }
.badge { display: inline-block; border-radius: 1rem; padding: .1rem .65rem; font-size: .85rem; font-weight: 600; background: var(--calm); color: var(--ink); white-space: nowrap; }
.badge.warn { background: var(--warn); color: var(--warn-ink); }
.badge.bad { background: var(--error-soft); color: var(--error); }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.facts ul { list-style: none; padding: 0; margin: 0; }
.acts { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: .75rem 0; }
.acts form { display: flex; gap: .5rem; align-items: end; flex-wrap: wrap; }
.acts label { display: block; font-size: .9rem; color: var(--soft); }
.notice { border-radius: .6rem; padding: .9rem 1.25rem; margin: 0 0 1.5rem; background: var(--calm); border-left: 5px solid var(--accent); }
.notice.bad { background: var(--error-soft); border-left-color: var(--error); }
.notice > :last-child { margin-bottom: 0; }
.notice h2 { font-size: 1.05rem; margin: 0 0 .3rem; }
.notice ul { padding-left: 1.2rem; }
.notice summary { padding: .3rem 0; }
.notice details ul { max-height: 14rem; overflow: auto; }
.people > details { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.people > details + details { margin-top: .85rem; }
summary { cursor: pointer; padding: .8rem 1.1rem; }
summary strong { font-size: 1.03rem; }
.mails { list-style: none; padding: 0; margin: 0; }
.mails li { border-top: 1px solid var(--line); padding: .7rem 1.1rem; }
.mails .line { display: flex; flex-wrap: wrap; gap: .1rem .75rem; justify-content: space-between; }
.mails p { margin: .2rem 0 0; }
.earlier > summary { padding: .6rem 1.1rem; color: var(--link); border-top: 1px solid var(--line); }
.see { font-weight: 600; }
.wide { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
table.narrow { min-width: 0; overflow-wrap: break-word; }
table.narrow a, table.narrow pre, table.narrow summary { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; min-width: 36rem; overflow-wrap: normal; margin: 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .8rem 1rem .3rem; color: var(--soft); }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .9rem; }
tbody tr:hover { background: var(--hover); }
td.time { white-space: nowrap; }
pre { background: var(--hover); padding: .75rem; border-radius: .4rem; overflow: auto; font-size: .85rem; white-space: pre-wrap; }
code { font-size: .92em; }
td summary { padding: 0; color: var(--link); }
td pre { margin: .4rem 0 0; }
@media (max-width: 40rem) {
  table.narrow th, table.narrow td { padding: .5rem .6rem; font-size: .9rem; }
  table.narrow .started, table.history thead { display: none; }
  table.history tr { display: block; padding: .4rem 0; border-top: 1px solid var(--line); }
  table.history td { display: block; border: 0; padding: .05rem 1rem; }
}
.timeline { list-style: none; padding: 0; margin: 0; }
.timeline li { display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); gap: .1rem 1.25rem; padding: .55rem 0 .55rem 1.1rem; border-left: 3px solid var(--accent); }
.timeline li.planned { border-left: 3px dashed var(--line); color: var(--soft); }
.timeline time { font-variant-numeric: tabular-nums; color: var(--soft); }
@media (max-width: 40rem) { .timeline li { grid-template-columns: minmax(0, 1fr); } }
iframe { width: 100%; height: 34rem; border: 1px solid var(--line); border-radius: .4rem; background: #fff; resize: vertical; }
.fold { margin-top: .85rem; padding: 0; }
.fold > div { padding: 0 1.25rem 1.1rem; }
.acts details { width: 100%; }
.acts summary { padding: .2rem 0; color: var(--link); }
.example { margin-top: 1.1rem; }
.example p { margin: .35rem 0 0; }
.example form { margin-top: .5rem; }
.stop { margin-top: 1rem; }
.stop p { margin: .35rem 0 0; }
.over { margin-top: 2rem; }
.back { margin: 0 0 .75rem; }
`;

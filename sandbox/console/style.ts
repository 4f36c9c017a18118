import { mailStyle } from './style-mail.ts';
import { partsStyle } from './style-parts.ts';

/** The console's own look; nothing is fetched from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f4f5f7; --card: #ffffff; --ink: #1b2230; --soft: #535d6e; --line: #dcdfe5; --hover: #f0f3f6;
  --accent: #155e63; --accent-ink: #ffffff; --link: #0f5a83; --calm: #e6f1f0; --warn: #fdf3dc; --warn-ink: #6b4a00;
  --error: #a3211b; --error-soft: #fdefee; --band: #17323a; --band-ink: #f2f7f7; --band-soft: #b7cbce;
  --band-field: #0f252b; --band-line: #4a6a71; --sun: #ffcf3f; --sun-ink: #1b2230;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161b; --card: #1a2027; --ink: #e9edf2; --soft: #a9b3c1; --line: #333d49; --hover: #222a33;
    --accent: #7fd0c9; --accent-ink: #0d1b1c; --link: #8fc7ef; --calm: #1b2e30; --warn: #33290f; --warn-ink: #f3d58a;
    --error: #ff9d94; --error-soft: #33201f; --band: #0d2026; --band-ink: #eaf3f3; --band-soft: #a3bdc1;
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
}
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--sun); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; top: 0; padding: .75rem 1rem; background: var(--sun); color: var(--sun-ink); z-index: 1; }
.skip:focus { left: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.width { max-width: 96rem; margin: 0 auto; padding: 0 1.5rem; }
@media (max-width: 40rem) { .width { padding: 0 1rem; } }

.band { background: var(--band); color: var(--band-ink); padding: .9rem 0 1.1rem; }
.band a { color: inherit; }
.band :focus-visible { outline-offset: 3px; }
.brand { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; margin: 0 0 .9rem; font-size: .95rem; }
.brand strong { font-size: 1.05rem; }
.brand strong a { text-decoration: none; }
.brand > span { color: var(--band-soft); }
.brand nav { margin-left: auto; display: flex; gap: .2rem; flex-wrap: wrap; }
.brand nav a { padding: .25rem .65rem; border-radius: .4rem; text-decoration: none; }
.brand nav a:hover { background: var(--band-field); }
.brand nav a[aria-current] { background: var(--band-field); font-weight: 600; box-shadow: inset 0 -2px 0 var(--sun); }
.clock { display: flex; flex-wrap: wrap; gap: .9rem 2.5rem; align-items: start; justify-content: space-between; }
.now { margin: 0; font-size: clamp(1.15rem, 1rem + .5vw, 1.3rem); font-weight: 600; line-height: 1.15; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.also, .strip { margin: .3rem 0 0; color: var(--band-soft); font-size: .92rem; }
.strip a { color: var(--band-ink); }
.ended { color: var(--sun); }
.clock > div:first-child { flex: 1 1 22rem; }
.controls { display: grid; gap: .6rem; justify-items: start; }
.moves, .play, .moves form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.tick { display: inline-flex; gap: .4rem; align-items: center; font-size: .92rem; }
.tick input { min-height: 0; width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent); }
.band .tick input { accent-color: var(--sun); }

button, .button {
  font: inherit; font-weight: 600; border: 1px solid transparent; border-radius: .4rem; padding: .4rem .9rem; min-height: 2.4rem;
  cursor: pointer; background: var(--accent); color: var(--accent-ink);
}
.button { display: inline-block; text-decoration: none; }
button:hover { filter: brightness(1.1); }
button[disabled] { opacity: .55; cursor: not-allowed; }
button.plain, .button.plain { background: transparent; color: var(--link); border-color: var(--line); }
button.small { font-size: .9rem; min-height: 2rem; padding: .2rem .7rem; }
.band button { background: var(--sun); color: var(--sun-ink); }
.band button.plain { background: transparent; color: var(--band-ink); border-color: var(--band-line); }
input, select, textarea {
  font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .4rem; padding: .35rem .6rem;
  min-height: 2.4rem; max-width: 100%;
}
textarea { width: 100%; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .88rem; }
.band input, .band select { background: var(--band-field); border-color: var(--band-line); color: var(--band-ink); color-scheme: dark; }

.faults { background: var(--error-soft); color: var(--error); border-bottom: 1px solid var(--error); }
.faults .width { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; align-items: center; justify-content: space-between; padding-top: .5rem; padding-bottom: .5rem; }
.faults p { margin: 0; }
.faults a { color: inherit; }
.faults button.plain { color: var(--error); border-color: var(--error); }

.desk { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); padding-top: 1.5rem; padding-bottom: 3rem; align-items: start; }
@media (min-width: 60rem) { .desk { grid-template-columns: 15rem minmax(0, 1fr); gap: 2rem; } }
main { display: block; min-width: 0; }
.columns { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
@media (min-width: 78rem) { .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }

.rail h2 { font-size: .95rem; margin: 0 0 .35rem; }
.rail section + section { margin-top: 1.25rem; }
.people { list-style: none; margin: 0; padding: 0; }
.people a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .5rem; padding: .35rem .6rem; border-radius: .4rem; text-decoration: none; color: var(--ink); border-left: 3px solid transparent; }
.people a:hover { background: var(--card); }
.people a[aria-current] { background: var(--card); border-left-color: var(--accent); }
.who { font-weight: 600; }
.role { grid-column: 1 / -1; color: var(--soft); font-size: .85rem; }
.unread { align-self: center; background: var(--accent); color: var(--accent-ink); border-radius: 1rem; font-size: .8rem; font-weight: 700; padding: 0 .5rem; }
@media (max-width: 59.9375rem) {
  .rail { display: grid; gap: .9rem; }
  .rail section + section { margin-top: 0; }
  .people { display: flex; flex-wrap: wrap; gap: .4rem; }
  .people a { background: var(--card); border: 1px solid var(--line); }
}
${partsStyle}
${mailStyle}
`;

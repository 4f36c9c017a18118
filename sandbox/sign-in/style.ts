/** The look of the sign-in page; nothing is fetched from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f4f5f7; --card: #ffffff; --ink: #1b2230; --soft: #535d6e; --line: #dcdfe5; --hover: #f0f3f6;
  --accent: #155e63; --accent-ink: #ffffff; --error: #a3211b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161b; --card: #1a2027; --ink: #e9edf2; --soft: #a9b3c1; --line: #333d49; --hover: #222a33;
    --accent: #7fd0c9; --accent-ink: #0d1b1c; --error: #ff9d94;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0; padding: 2rem 1rem; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 30rem; margin: 0 auto; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.5rem; }
.brand { margin: 0 0 1rem; color: var(--soft); font-size: .95rem; }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 1.75rem 0 .25rem; font-size: 1.1rem; }
p { margin: 0 0 1rem; }
.soft { color: var(--soft); }
.people { list-style: none; margin: 0; padding: 0; display: grid; gap: .6rem; }
button, .button {
  font: inherit; font-weight: 600; border: 1px solid transparent; border-radius: .4rem; padding: .55rem 1rem; min-height: 2.75rem;
  cursor: pointer; background: var(--accent); color: var(--accent-ink); text-decoration: none; display: inline-block;
}
.people button {
  width: 100%; text-align: left; background: var(--card); color: var(--ink); border-color: var(--line);
}
.people button:hover { background: var(--hover); border-color: var(--accent); }
.people small { display: block; font-weight: 400; color: var(--soft); font-size: .9rem; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
.row { display: flex; flex-wrap: wrap; gap: .6rem; }
.row input { flex: 1 1 14rem; min-width: 0; }
input {
  font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .4rem;
  padding: .45rem .6rem; min-height: 2.75rem;
}
input[aria-invalid] { border: 2px solid var(--error); }
.card > :last-child { margin-bottom: 0; }
.fault { color: var(--error); font-weight: 600; margin: 0 0 .5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** The mail client. */
export const mailStyle = `
.client { display: grid; gap: 1.25rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
@media (min-width: 76rem) { .client.reading { grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); } }
@media (max-width: 75.9375rem) {
  .client.reading .mailbox { order: 2; }
}
.mailbox .search { margin-top: 0; align-items: center; }
.mailbox .search input[type=search] { flex: 1 1 8rem; min-width: 0; }
.mailbox .search { gap: .4rem .6rem; }
.mails { list-style: none; padding: 0; margin: 0 0 .75rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: grid; gap: .1rem; padding: .55rem .9rem; text-decoration: none; color: var(--ink); border-left: 4px solid transparent; }
.mails a:hover { background: var(--hover); }
.mails a[aria-current] { background: var(--calm); border-left-color: var(--accent); }
.mails .subject { color: var(--link); }
.mails .new .subject { font-weight: 700; }
.mails .badge { margin: 0 0 .5rem .9rem; }
.message h2 { font-size: 1.25rem; }
.see { font-weight: 600; }
.tabs { display: flex; flex-wrap: wrap; gap: .15rem; margin: 1rem 0 .9rem; border-bottom: 1px solid var(--line); }
.tabs a { padding: .35rem .8rem; text-decoration: none; border-bottom: 3px solid transparent; margin-bottom: -1px; }
.tabs a:hover { background: var(--hover); }
.tabs a[aria-current] { border-bottom-color: var(--accent); font-weight: 600; color: var(--ink); }
.invite { border: 1px solid var(--line); border-left: 5px solid var(--accent); border-radius: .4rem; padding: .8rem 1rem; }
iframe { display: block; width: 100%; height: 42rem; border: 1px solid var(--line); border-radius: .4rem; background: #fff; resize: vertical; }
`;

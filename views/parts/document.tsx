import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Words } from '../words/en.ts';
import { SpokenIn } from './said.tsx';

/** What every page needs to know besides its own model. */
export interface Frame {
  words: Words;
  organisation: string;
  contactEmail: string;
  /** The language plans are written in as far as known, where the reader's is another. */
  textLang?: string;
  /** Where the reader finds the plan as it stands, if they may. */
  plan?: string;
  /** Where the reader can ask for an adjustment, for the person a running plan is about. */
  adjustment?: string;
  /** Where somebody says that the mail was not meant for them. */
  wrongPerson?: string;
}

interface Props {
  frame: Frame;
  /** Short and neutral: the tab and the history of a shared screen show it. */
  tab: string;
  /** Whether the page shows errors to correct. */
  wrong?: boolean;
  /** Whether the page asks for an answer. */
  asks?: boolean;
  children: ComponentChildren;
}

/** One whole HTML page as text. */
export const documentOf = (props: Props): string =>
  `<!DOCTYPE html>\n${render(
    <SpokenIn value={{ page: props.frame.words.lang, plan: props.frame.textLang }}>
      <Document {...props} />
    </SpokenIn>,
  )}\n`;

function Document({ frame, tab, wrong, asks, children }: Props) {
  const { words, organisation, contactEmail, plan, adjustment, wrongPerson } = frame;
  const ask = words.accommodation.ask;
  return (
    <html lang={words.lang} dir={words.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${wrong ? words.common.errorPrefix : ''}${tab} – ${organisation}`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.common.skip}
        </a>
        <header class="bar">
          <div class="top">{organisation}</div>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          <div class="bottom">
            <h2>{words.common.helpHeading}</h2>
            <p>
              {words.common.help} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
              {asks ? ` ${words.common.helpAfter}` : ''}
            </p>
            {plan ? (
              <p>
                <a class="down" href={plan}>
                  {words.planPage.link}
                </a>
              </p>
            ) : null}
            {adjustment ? (
              <p>
                {ask.linkLead} <a href={adjustment}>{ask.link}</a>. {ask.linkAfter}
              </p>
            ) : null}
            {wrongPerson ? (
              <p>
                {words.linkHelp.wrongPerson.lead} <a href={wrongPerson}>{words.linkHelp.wrongPerson.link}</a>
              </p>
            ) : null}
          </div>
        </footer>
      </body>
    </html>
  );
}

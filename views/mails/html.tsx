import { type ComponentChildren, Fragment } from 'preact';
import { render } from 'preact-render-to-string';
import type { MailContent } from './content.ts';
import type { DigestContent } from './digest.ts';
import type { MailModel } from './model.ts';
import { notYoursAt } from './not-yours.ts';

const FONT = 'font-family:Segoe UI,Arial,Helvetica,sans-serif';
const TEXT = `${FONT};font-size:16px;line-height:1.6;color:#1d2430;margin:0 0 16px`;
const SMALL = `${FONT};font-size:14px;line-height:1.5;color:#4c5667;margin:0 0 12px`;
const ADDRESS = 'color:#0f5a83;word-break:break-all';
const HEADING = `${TEXT};line-height:1.3;font-weight:bold`;

// Programs that honour it get true dark colours instead of ones they guess.
const DARK = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
body,.paper{background:#14181e!important}.card{background:#1b2129!important;border-color:#3b4654!important}
.text{color:#eceff4!important}.small{color:#b4bdca!important}.small a{color:#8fc7ef!important}
.button{background:#7fd0c9!important}.button a{color:#0d1b1c!important}}`;

// Where a preview is short, programs go on with what follows: here, nothing that can be seen.
const NOTHING = '\u034f\u200c\u00a0'.repeat(90);

interface LetterProps {
  subject: string;
  preview: string;
  model: MailModel;
  children: ComponentChildren;
}

function Letter({ subject, preview, model, children }: LetterProps) {
  const { words, organisation, contactEmail, reference } = model;
  const w = words.mails;
  return (
    <html lang={words.lang} dir={words.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: DARK }} />
      </head>
      <body class="paper" style="margin:0;padding:0;background:#fbfaf7">
        <div style="display:none;max-height:0;overflow:hidden">{preview}</div>
        <div style="display:none;max-height:0;overflow:hidden" aria-hidden="true">
          {NOTHING}
        </div>
        {/* Some programs drop what stands on <html>. */}
        <div class="paper" lang={words.lang} dir={words.dir} style="padding:24px 12px;background:#fbfaf7">
          <div
            class="card"
            style="max-width:512px;margin:0 auto;padding:28px 24px;background:#ffffff;border:1px solid #c9ccd3;border-radius:8px"
          >
            <h1 class="text" style={`${HEADING};font-size:20px`}>
              {subject}
            </h1>
            <p class="text" style={TEXT}>
              {w.dear(model.reader)}
            </p>
            {children}
            <p class="small" style={SMALL}>
              {w.contact(contactEmail)}
            </p>
            <p class="small" style={SMALL}>
              {w.footer(organisation)} {w.reference(reference)}
            </p>
          </div>
        </div>
      </body>
    </html>
  );
}

const Paragraphs = ({ texts }: { texts: string[] }) =>
  texts.map((text) => (
    <p class="text" style={TEXT} key={text}>
      {text}
    </p>
  ));

function Action({ action, model }: { action: { label: string; url: string }; model: MailModel }) {
  return (
    <>
      {/* One cell, because Outlook on Windows draws the colour and the room of a button only around a cell. */}
      <table role="presentation" cellPadding="0" cellSpacing="0" style="margin:8px 0 20px">
        <tbody>
          <tr>
            <td class="button" style="background:#155e63;border-radius:6px">
              <a
                href={action.url}
                style={`${FONT};display:inline-block;padding:12px 22px;font-size:16px;font-weight:bold;color:#ffffff;text-decoration:none`}
              >
                {action.label}
              </a>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="small" style={SMALL}>
        {model.words.mails.bareLink}
        <br />
        <a href={action.url} style={ADDRESS}>
          {action.url}
        </a>
      </p>
    </>
  );
}

function Personal({ url, model: { words } }: { url: string; model: MailModel }) {
  const at = notYoursAt(url);
  return (
    <>
      <p class="small" style={SMALL}>
        {words.mails.personal}
      </p>
      <p class="small" style={SMALL}>
        {words.linkHelp.mail.notYours}
        <br />
        <a href={at} style={ADDRESS}>
          {at}
        </a>
      </p>
    </>
  );
}

const page = (letter: Parameters<typeof render>[0]): string => `<!DOCTYPE html>\n${render(letter)}\n`;

export const mailHtml = ({ subject, preview, paragraphs, action }: MailContent, model: MailModel): string =>
  page(
    <Letter subject={subject} preview={preview} model={model}>
      <Paragraphs texts={paragraphs} />
      {action ? <Action action={action} model={model} /> : null}
      {action ? <Personal url={action.url} model={model} /> : null}
    </Letter>,
  );

export const digestHtml = (
  { subject, preview, intro, parts, personal }: DigestContent,
  model: MailModel,
): string =>
  page(
    <Letter subject={subject} preview={preview} model={model}>
      <Paragraphs texts={[intro]} />
      {parts.map(({ heading, paragraphs, action }) => (
        <Fragment key={heading}>
          <h2 class="text" style={`${HEADING};font-size:17px;padding-top:8px`}>
            {heading}
          </h2>
          <Paragraphs texts={paragraphs} />
          {action ? <Action action={action} model={model} /> : null}
        </Fragment>
      ))}
      {personal ? <Personal url={personal} model={model} /> : null}
    </Letter>,
  );

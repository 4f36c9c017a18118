import { render } from 'preact-render-to-string';
import type { MailContent } from './content.ts';
import type { MailModel } from './model.ts';

const FONT = 'font-family:Segoe UI,Arial,Helvetica,sans-serif';
const TEXT = `${FONT};font-size:16px;line-height:1.6;color:#1d2430;margin:0 0 16px`;
const SMALL = `${FONT};font-size:14px;line-height:1.5;color:#4c5667;margin:0 0 12px`;

// Programs that honour it get true dark colours instead of ones they guess.
const DARK = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
body,.paper{background:#14181e!important}.card{background:#1b2129!important;border-color:#3b4654!important}
.text{color:#eceff4!important}.small{color:#b4bdca!important}.small a{color:#8fc7ef!important}
.button{background:#7fd0c9!important}.button a{color:#0d1b1c!important}}`;

function Mail({ content, model }: { content: MailContent; model: MailModel }) {
  const { words, organisation, contactEmail, reference } = model;
  const w = words.mails;
  const { action } = content;
  return (
    <html lang={words.lang} dir={words.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: DARK }} />
      </head>
      <body class="paper" style="margin:0;padding:0;background:#fbfaf7">
        <div style="display:none;max-height:0;overflow:hidden">{content.preview}</div>
        <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" class="paper">
          <tbody>
            <tr>
              <td align="center" style="padding:24px 12px">
                <table
                  role="presentation"
                  width="100%"
                  cellPadding="0"
                  cellSpacing="0"
                  class="card"
                  style="max-width:560px;background:#ffffff;border:1px solid #c9ccd3;border-radius:8px"
                >
                  <tbody>
                    <tr>
                      <td style="padding:28px 24px;text-align:left">
                        <h1 class="text" style={`${TEXT};font-size:20px;line-height:1.3;font-weight:bold`}>
                          {content.subject}
                        </h1>
                        <p class="text" style={TEXT}>
                          {w.dear(model.reader)}
                        </p>
                        {content.paragraphs.map((paragraph) => (
                          <p class="text" style={TEXT} key={paragraph}>
                            {paragraph}
                          </p>
                        ))}
                        {action ? <Action action={action} model={model} /> : null}
                        <p class="small" style={SMALL}>
                          {w.contact(contactEmail)}
                        </p>
                        <p class="small" style={SMALL}>
                          {w.footer(organisation)} {w.reference(reference)}
                        </p>
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Action({ action, model }: { action: { label: string; url: string }; model: MailModel }) {
  const w = model.words.mails;
  return (
    <>
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
        {w.bareLink}
        <br />
        <a href={action.url} style="color:#0f5a83;word-break:break-all">
          {action.url}
        </a>
      </p>
      <p class="small" style={SMALL}>
        {w.personal}
      </p>
    </>
  );
}

export const mailHtml = (content: MailContent, model: MailModel): string =>
  `<!DOCTYPE html>\n${render(<Mail content={content} model={model} />)}\n`;

import { mimeOf } from '../adapters/mime.ts';
import type { MailItem, Plan } from '../domain/index.ts';
import { evolve, owed } from '../domain/index.ts';
import { everything } from '../test/views/lived.ts';
import { mailModel, renderDigest, renderMail } from '../views/mails.ts';
import { LANGUAGES, wordsIn } from '../views/words.ts';

/**
 * Mails per second through rendering and MIME, one after the other in one process: every mail of a plan on which much
 * happened, in each language, as text, HTML and, where there is one, invitation; and the same mails in threes, as one.
 * One JSON line each: the median of five rounds, and the bytes of a mail. The numbers are this machine's.
 */
const ROUNDS = 5;
const FROM = { name: 'Example Agency Follow-Up', address: 'follow-up@agency.example' };
const LINK = `https://plans.example/l/${'a'.repeat(90)}`;

const owedMails: { item: MailItem; plan: Plan }[] = [];
let plan: Plan | undefined;
for (const event of everything().events) {
  const now = evolve(plan, event);
  plan = now;
  for (const item of owed(event, now)) if (item.kind === 'mail') owedMails.push({ item, plan: now });
}

for (const language of LANGUAGES) {
  const words = wordsIn(language);
  const partOf = ({ item, plan }: { item: MailItem; plan: Plan }) => ({
    template: item.template,
    model: mailModel({
      item,
      plan,
      link: item.link && LINK,
      organisation: 'Example Agency',
      contactEmail: 'hr@agency.example',
      now: plan.updatedAt,
      words,
    }),
  });
  const threes = owedMails.flatMap((first, at) => {
    const [second, third] = [owedMails[at + 1], owedMails[at + 2]];
    return at % 3 === 0 && second && third ? [[first, second, third] as const] : [];
  });
  await bench(`mail ${language}`, owedMails.length, async (at) => {
    const { template, model } = partOf(owedMails[at] as (typeof owedMails)[number]);
    return renderMail(template, model);
  });
  await bench(`three in one ${language}`, threes.length, async (at) => {
    const [first, ...more] = threes[at] as (typeof threes)[number];
    return renderDigest([partOf(first), ...more.map(partOf)]);
  });
}

async function bench(
  name: string,
  mails: number,
  render: (at: number) => Promise<ReturnType<typeof renderMail>>,
): Promise<void> {
  const rounds: number[] = [];
  let bytes = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const from = performance.now();
    bytes = 0;
    for (let at = 0; at < mails; at++) {
      const mail = {
        ...(await render(at)),
        to: { name: 'Jordan Reyes', address: 'jordan.reyes@agency.example' },
        planId: 'plan',
        outboxKey: String(at),
        now: '2026-12-01T15:00:00Z',
      };
      bytes += (await mimeOf(mail, FROM, 'hr@agency.example')).byteLength;
    }
    // The first round only warms up.
    if (round > 0) rounds.push((mails * 1_000) / (performance.now() - from));
  }
  const perSecond = rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  console.log(
    JSON.stringify({
      bench: name,
      mails,
      perSecond: Math.round(perSecond),
      bytes: Math.round(bytes / mails),
    }),
  );
}

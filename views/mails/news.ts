import type { MailTemplate } from '../../domain/plan.ts';
import type { MailModel } from './model.ts';

/** Templates that tell something new of the plan. */
export type NewsTemplate = Extract<
  MailTemplate,
  | 'plan-changed'
  | 'plan-handed-over'
  | 'plan-paused'
  | 'pause-review'
  | 'recognition'
  | 'support-undelivered'
  | 'answers-in'
  | 'clean-period'
  | 'relapse-recorded'
  | 'link-renewed'
  | 'wrong-person'
  | 'address-suspended'
  | 'served-on-paper'
>;

export interface News {
  subject: string;
  preview: string;
  paragraphs: string[];
  /** What the button says, where there is a link. */
  action: string;
}

/** What such a mail says. It never says why a plan stands still, nor what was recorded. */
export function newsOf(template: NewsTemplate, model: MailModel): News {
  const { own, about, words, days } = model;
  const w = words.mails.news;
  const concerns = about ? [words.mails.about(about)] : [];
  const news = (
    { subject, preview }: { subject: string; preview: string },
    paragraphs: string[],
    action = words.mails.actions.read,
  ): News => ({ subject, preview, paragraphs, action });
  switch (template) {
    case 'plan-changed': {
      const until = w.changed.until(days.ends);
      if (model.calledOff) return news(w.calledOff, [w.calledOff.says, ...concerns, until]);
      const subject = w.changed.subject[model.stillAsked ? 'stillAsked' : 'waits'];
      return news({ ...w.changed, subject }, [w.changed.says, ...concerns, until]);
    }
    case 'plan-handed-over':
      return news(w.handedOver, [w.handedOver.says, ...concerns, w.handedOver.kept]);
    case 'plan-paused':
      return news(model.waitsForHr ? w.paused.forHr : w.paused, [
        model.waitsForHr ? w.paused.forHr.says : w.paused.says,
        ...concerns,
        days.goesOn ? w.paused.until(days.goesOn) : w.paused.open,
      ]);
    case 'pause-review':
      return news(w.pauseReview, [
        w.pauseReview.says(days.stoodStillSince ?? days.ends),
        ...concerns,
        w.pauseReview.asks,
        w.pauseReview.where,
      ]);
    case 'recognition':
      return news(w.recognition, [w.recognition.says]);
    case 'support-undelivered':
      return news(w.support, [w.support.says, ...concerns, w.support.asks]);
    case 'answers-in':
      return news(
        w.answersIn,
        [
          w.answersIn.says(nameOfMeeting(model), model.meeting?.day ?? model.due),
          ...concerns,
          w.answersIn.read,
        ],
        w.answersIn.action,
      );
    case 'clean-period': {
      const until = days.watchedUntil ?? days.ends;
      return news(w.clean, [own ? w.clean.own(until) : w.clean.other(model.subject, until), w.clean.keep]);
    }
    case 'link-renewed': {
      const { renewed, again } = words.linkHelp.mail;
      return model.sentAgain
        ? news(again, [again.says, ...concerns, renewed.older], renewed.action)
        : news(renewed, [renewed.says, ...concerns, renewed.older, renewed.notYou], renewed.action);
    }
    case 'wrong-person': {
      const { wrongPerson } = words.linkHelp.mail;
      const name = model.undelivered?.name ?? words.mails.undelivered.somebody;
      return news(wrongPerson, [
        wrongPerson.says(name),
        ...concerns,
        wrongPerson.asks,
        wrongPerson.where,
        wrongPerson.silence,
      ]);
    }
    case 'address-suspended': {
      const { suspended, wrongPerson } = words.linkHelp.mail;
      const name = model.undelivered?.name ?? words.mails.undelivered.somebody;
      const because = model.suspended ?? 'bounced';
      return news(suspended, [
        suspended.says[because](name),
        ...concerns,
        suspended.correct,
        suspended.confirm[because],
        suspended.paper,
        wrongPerson.where,
        suspended.goesOn,
      ]);
    }
    case 'served-on-paper': {
      const { mail } = words.onPaper;
      const { day, signed, answered } = model.served ?? { day: model.due };
      return news(
        mail,
        [
          mail.says(day),
          ...(model.kind ? [words.mails.kinds[model.kind].lost] : []),
          ...concerns,
          ...(signed === undefined ? [] : [signed ? mail.signed : mail.notSigned]),
          mail.notRight,
        ],
        answered ? mail.read : mail.open,
      );
    }
    case 'relapse-recorded':
      return news(w.relapse, [own ? w.relapse.own : w.relapse.other(model.subject)]);
  }
}

/** What was met for, within a sentence. */
const nameOfMeeting = ({ meeting, words }: MailModel): string =>
  words.common.followUps[meeting?.type ?? 'progress'].toLowerCase();

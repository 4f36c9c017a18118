import * as z from 'zod/mini';

const Moment = z.iso.datetime({ offset: true });

/** What of an event of SES, as EventBridge brings it, is looked at. */
const SesEvent = z.object({
  'detail-type': z.string(),
  detail: z.object({
    mail: z.object({
      /** When SES took the message. */
      timestamp: Moment,
      messageId: z.string(),
      destination: z.array(z.string()),
      tags: z.record(z.string(), z.array(z.string())),
    }),
    bounce: z.optional(
      z.object({ bounceType: z.optional(z.string()), bounceSubType: z.nullish(z.string()) }),
    ),
    complaint: z.optional(
      z.object({
        complaintSubType: z.nullish(z.string()),
        complaintFeedbackType: z.nullish(z.string()),
      }),
    ),
    delivery: z.optional(z.object({ timestamp: Moment })),
  }),
});

export type SesEvent = z.infer<typeof SesEvent>;

/** The event, as far as it is understood; `undefined` for anything that is not of SES's shape. */
export const sesEventIn = (event: unknown): SesEvent | undefined => SesEvent.safeParse(event).data;

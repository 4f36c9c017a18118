/** What an alarm watches one of: it is made once for each of these. */
export type Each = 'function' | 'workflow' | 'queue' | 'feed' | 'host' | 'certificate';

/** What an operator has to know of an alarm. Its name in CloudWatch is `pip-follow-up-<stage>-<id>`, and `-<which>` after it where there is one for each. */
export interface AlarmNote {
  id: string;
  title: string;
  /** What has happened. */
  means: string;
  /** What people feel of it while it lasts. */
  felt: string;
  each?: Each;
  /** The page that says what to do. */
  runbook: string;
}

const alarm = <Id extends string>(id: Id, title: string, means: string, felt: string, each?: Each) => ({
  id,
  title,
  means,
  felt,
  ...(each && { each }),
  runbook: `docs/runbooks/${id}.md`,
});

const NOTHING_YET = 'Nothing yet.';

const plans = [
  alarm(
    'sweep-missing',
    'The sweeper has not run for 45 minutes',
    'Every 15 minutes it finishes whatever is late. Until it runs again nothing that goes wrong is mended.',
    'Nothing, as long as nothing else goes wrong; mails held for the night stay where they are.',
  ),
  alarm(
    'plans-stuck',
    'Plans do not move on although they were given new runs',
    'Something in them has been due for more than half an hour, and two rounds of the sweeper did not help.',
    'Questions, reminders and escalations of these plans do not happen.',
  ),
  alarm(
    'plans-overdue',
    'Something in a plan has been due for an hour',
    'Its workflow did not act, and the sweeper could not make it.',
    'People of that plan are asked or told late.',
  ),
  alarm(
    'outbox-late',
    'Something that is owed has waited for more than 15 minutes',
    'A mail was not sent, or a workflow not started, woken or stopped, since it was owed.',
    'Mails arrive late, or a plan waits.',
  ),
  alarm(
    'effects-given-up',
    'A workflow could not be started, woken or stopped, or an event not published',
    'It was tried for two days, and given up.',
    'The plan may wait until its next moment, an execution that drives no plan may run on, or other systems were not told.',
  ),
];

const mail = [
  alarm(
    'mail-paused',
    'SES takes no mail of this account',
    'Sending is paused or shut down, by AWS or by somebody here. Mails wait, and go out when it is resumed.',
    'Nobody gets any mail.',
  ),
  alarm(
    'mail-quota',
    'More than 80 % of the mails that SES allows in 24 hours are used',
    'At 100 % mails wait for hours.',
    NOTHING_YET,
  ),
  alarm(
    'mail-bounce-rate',
    '5 % of the mails of this account come back',
    'AWS reviews an account at this rate, and stops its mail at 10 %. Other software that sends from this account counts too.',
    'Those whose address is wrong get nothing; HR is asked to reach them another way.',
  ),
  alarm(
    'mail-complaint-rate',
    '0.1 % of the mails of this account are marked as spam',
    'AWS reviews an account at this rate. Other software that sends from this account counts too.',
    'Those who marked one get no more mail about that plan; HR is asked to reach them another way.',
  ),
  alarm(
    'mail-complaint',
    'Somebody marked a mail as spam',
    'With few mails a day one complaint is a high rate.',
    'They get no more mail about that plan; HR is asked to reach them another way.',
  ),
  alarm(
    'mail-rejected',
    'SES refused to deliver a mail',
    'It took the mail and then found something dangerous in it, as it does with viruses.',
    'That mail does not arrive; HR is told.',
  ),
  alarm(
    'mail-unknown',
    'Nobody knows whether a mail was sent',
    'The call to SES got no answer, or the function died after it. Such a mail is never repeated by itself.',
    'Somebody may not have got a mail; nobody is held to a silence after it, and HR is told.',
  ),
  alarm(
    'mail-given-up',
    'A mail was given up',
    'SES refused it for good, or for two days.',
    'Somebody did not get a mail; nobody is held to a silence after it, and HR is told.',
  ),
];

const executions = [
  alarm(
    'executions-failed',
    'An execution failed',
    'A workflow ended in an error that it could not get over.',
    'For a plan: nothing until something is due; then the sweeper gives it a new run. For bulk work: it stands still.',
    'workflow',
  ),
  alarm(
    'executions-timed-out',
    'An execution took longer than it may',
    'Executions are handed over long before that, so this one did not get there.',
    'For a plan: nothing until something is due; then the sweeper gives it a new run. For bulk work: it stands still.',
    'workflow',
  ),
  alarm(
    'executions-aborted',
    'Executions were stopped that nobody here ordered to stop',
    'Three or more within an hour, beyond those that the record itself ended: somebody stops them by hand, or a script does.',
    'For a plan: nothing until something is due; then the sweeper gives it a new run. For bulk work: it stands still.',
    'workflow',
  ),
  alarm(
    'executions-orphaned',
    'Executions went on that no longer drive a plan',
    'Three or more within an hour found that another run has their plan, and ended themselves. One is a matter of moments; more were not stopped when they should have been.',
    'Nothing: such an execution can do nothing to a plan.',
  ),
  alarm(
    'executions-throttled',
    'Step Functions slows executions down',
    'The account runs more at the same time than its quota allows; other software in it counts too.',
    'Plans move on late, by minutes.',
    'workflow',
  ),
];

const machinery = [
  alarm(
    'queue-not-empty',
    'Something was given up that a function should have got',
    'It was delivered again and again and failed every time; the queue keeps it for two weeks.',
    'What it was about has not happened, unless the sweeper has done it meanwhile.',
    'queue',
  ),
  alarm(
    'function-errors',
    'A function failed',
    'It threw, ran out of time or out of memory.',
    'Pages and the API answer with an apology; everything else is tried again by itself.',
    'function',
  ),
  alarm(
    'function-throttled',
    'Lambda refused to run a function',
    'More calls at the same time than the account allows; other software in it counts too.',
    'Pages are refused for moments; everything else happens late.',
    'function',
  ),
  alarm(
    'feed-behind',
    "A function is more than five minutes behind the table's stream",
    'It cannot keep up, or one batch fails again and again and holds up those after it.',
    'Mails arrive late, or plans wait.',
    'feed',
  ),
  alarm(
    'api-errors',
    'Pages or the API answer with errors',
    'At least one answer in five minutes had a status of 500 or above.',
    'People see an apology; what they typed is kept in their browser, and programs are told to try again.',
  ),
  alarm(
    'past-the-edge',
    'Requests come without the key that CloudFront shows',
    'Ten or more within five minutes: either CloudFront shows a key that is no longer in the secret, or somebody tries to go round it.',
    'In the first case every page is refused; in the other nothing.',
  ),
  alarm(
    'api-slow',
    'Pages or the API are slow',
    'For a quarter of an hour one answer in twenty has taken longer than five seconds.',
    'People wait for pages.',
  ),
  alarm(
    'table-errors',
    'DynamoDB fails',
    'It answered with errors of its own; every call is repeated by itself.',
    'Answers take longer; some are refused with an apology.',
  ),
  alarm(
    'table-throttled',
    'DynamoDB slows the table down',
    'More reads or writes at a time than the table takes, or one plan is read or written very often.',
    'Answers take longer; some are refused with an apology.',
  ),
];

const edge = [
  alarm(
    'edge-errors',
    'CloudFront answers with errors',
    'For a quarter of an hour one answer in ten of a host had a status of 500 or above: CloudFront does not reach the API, or the API fails.',
    'People see an error instead of their page; programs get no answer.',
    'host',
  ),
  alarm(
    'certificate-expires',
    'A certificate expires within 30 days',
    'It was named in the configuration, and has not renewed itself.',
    NOTHING_YET,
    'certificate',
  ),
];

/** The alarms of the service stack. */
export const SERVICE_ALARMS = [...plans, ...mail, ...executions, ...machinery] as const satisfies AlarmNote[];

/** Those beside it: where there are hosts, or certificates of one's own. */
export const EDGE_ALARMS = edge satisfies AlarmNote[];

/** Every alarm of a deployment; each has a page under docs/runbooks. */
export const ALARMS = [...SERVICE_ALARMS, ...EDGE_ALARMS] as const satisfies AlarmNote[];

export type AlarmId = (typeof SERVICE_ALARMS)[number]['id'];

/** What operators are told of besides: no alarm stands behind it, only a mail. */
export const NOTICES = [
  alarm(
    'key-in-danger',
    'Somebody disabled or deletes the key of the record, or changed who may use it',
    'Every plan is encrypted with it. A key that is deleted is gone for good after the days that were set.',
    'Disabled or deleted: pages, the API and all plans stand still. Otherwise nothing yet.',
  ),
  alarm(
    'budget',
    'Costs come near what was expected of this month',
    'More than 80 % of the budget is used, or AWS expects the month to end above it.',
    NOTHING_YET,
  ),
] as const satisfies AlarmNote[];

/** As CloudWatch shows it and mails carry it. */
export const descriptionOf = ({ title, means, felt, runbook }: AlarmNote): string =>
  `${title}. ${means} What people feel: ${felt} What to do: ${runbook}`;

import { DETAIL_VERSIONS, type DetailType } from '../../domain/published/details.ts';
import { DETAIL_SCHEMAS, type DetailSchema, detailSchemaOf } from '../../domain/published/schemas.ts';

export const DETAIL_TYPES = Object.keys(DETAIL_VERSIONS) as DetailType[];

const SCHEMA_FILE = 'events.schema.json';

/** Every event as EventBridge hands it over, as one JSON Schema; the details alone are under `$defs`. */
export const eventsSchema = (): Record<string, unknown> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Events of PIP Follow-Up on EventBridge',
  type: 'object',
  properties: {
    source: { const: 'pip-follow-up' },
    'detail-type': { enum: DETAIL_TYPES },
    time: { type: 'string', format: 'date-time', description: 'When it was recorded.' },
    detail: { type: 'object' },
  },
  required: ['source', 'detail-type', 'detail'],
  oneOf: DETAIL_TYPES.map((type) => ({
    properties: { 'detail-type': { const: type }, detail: { $ref: `#/$defs/${type}` } },
  })),
  $defs: Object.fromEntries(DETAIL_TYPES.map((type) => [type, detailSchemaOf(type)])),
});

const rowOf = (type: DetailType): string => {
  const { when, use, fields, optional = [] } = DETAIL_SCHEMAS[type] as DetailSchema<DetailType>;
  const names = Object.keys(fields).map(
    (field) => `\`${field}\`${(optional as readonly string[]).includes(field) ? '?' : ''}`,
  );
  return `| \`${type}\` | ${when} | ${names.join(', ') || '–'} | ${use} |`;
};

/** The reference of events, as Markdown, made of what declares them. */
export const eventsPage = (): string => `# Events for other systems

<!-- Written from domain/published/ by \`npm run docs\`; a test keeps it in step. -->

When something happens to a plan that another system can use, it is put on the deployment's own EventBridge bus (the stack's output \`EventBusName\`), with the source \`pip-follow-up\`. An event says which plan, and ids, days, codes and counts; it never says a name, an address or anybody's words. Whoever needs more asks the [API](api.md) with the \`planId\`, and is asked for a role there.

\`\`\`json
{
  "source": "pip-follow-up",
  "detail-type": "CheckInMissed",
  "time": "2026-12-23T22:00:00Z",
  "detail": { "v": 1, "planId": "plnqf7x2mzkd4w3tbn6hjc", "requestId": "check-in-2026-12-18", "date": "2026-12-18" }
}
\`\`\`

Every \`detail\` has \`v\`, the version of its shape, and \`planId\`. A version grows when a field changes its meaning or goes; fields may be added at any time, so leave those alone that you do not know. The shapes are in [\`${SCHEMA_FILE}\`](${SCHEMA_FILE}).

Each is owed by the same transaction that records what happened, and is sent until EventBridge has taken it. So none is lost; one may come twice, or after a later one. Take \`planId\`, the type and \`time\` together as its name when you have to know it again.

| type | when | fields beside \`v\` and \`planId\` | who can use it |
| --- | --- | --- | --- |
${DETAIL_TYPES.map(rowOf).join('\n')}

\`?\` marks a field that may be missing.

## Receiving them

A rule on the bus picks what somebody wants. Missed check-ins and overdue decisions into a queue that a help desk reads:

\`\`\`json
{ "source": ["pip-follow-up"], "detail-type": ["CheckInMissed", "AcknowledgementMissed", "DecisionOverdue"] }
\`\`\`

\`\`\`sh
aws events put-rule --event-bus-name "$BUS" --name pip-desk --event-pattern file://desk.json
aws events put-targets --event-bus-name "$BUS" --rule pip-desk \\
  --targets "Id=queue,Arn=$QUEUE_ARN,DeadLetterConfig={Arn=$DEAD_LETTER_ARN}"
\`\`\`

Only decisions that went up a second time or more, to a function:

\`\`\`json
{ "source": ["pip-follow-up"], "detail-type": ["DecisionOverdue"], "detail": { "step": [{ "numeric": [">=", 2] }] } }
\`\`\`

Promised trainings to a training system on the web: the target is an [API destination](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html), whose connection keeps the other system's credentials and whose input transformer names the fields as that system wants them.

\`\`\`json
{ "source": ["pip-follow-up"], "detail-type": ["TrainingPromised", "PlanPaused", "PlanResumed", "PlanWithdrawn"] }
\`\`\`

\`\`\`sh
aws events put-targets --event-bus-name "$BUS" --rule pip-trainings --targets '[{
  "Id": "training-system", "Arn": "'"$API_DESTINATION_ARN"'", "RoleArn": "'"$ROLE_ARN"'",
  "InputTransformer": {
    "InputPathsMap": { "plan": "$.detail.planId", "promises": "$.detail.promises" },
    "InputTemplate": "{\\"reference\\": <plan>, \\"courses\\": <promises>}"
  }
}]'
\`\`\`

## Answering

A training system sends \`training_completed\` when somebody attended, naming the promise by its number and the day it is due as \`TrainingPromised\` told it; whatever measures the work sends \`readings\`. Both are commands of the [API](api.md#programs-that-call), with a token of the client credentials flow.
`;

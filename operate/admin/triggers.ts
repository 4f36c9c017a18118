import { setTimeout as pause } from 'node:timers/promises';
import { DescribeRuleCommand, DisableRuleCommand, EnableRuleCommand } from '@aws-sdk/client-eventbridge';
import { GetEventSourceMappingCommand, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { confirm } from '../common/ask.ts';
import { EXIT } from '../common/exit.ts';
import type { Office } from './office.ts';

/** What calls a function of its own accord. */
interface Trigger {
  /** Its name in the template, which says what it is for. */
  id: string;
  isOn(): Promise<boolean>;
  turn(on: boolean): Promise<void>;
}

const LOOK_EVERY_MS = 3_000;

const isSwept = (id: string): boolean => id.startsWith('Sweep');

/** Both feeds of the table's stream, and the rule that calls the sweeper. */
async function triggersOf({ aws, deployment }: Pick<Office, 'aws' | 'deployment'>): Promise<Trigger[]> {
  const [feeds, rules] = await Promise.all([
    deployment.resources('AWS::Lambda::EventSourceMapping'),
    deployment.resources('AWS::Events::Rule'),
  ]);
  return [
    ...feeds.map(({ LogicalResourceId: id = '', PhysicalResourceId: UUID }): Trigger => {
      const state = async () => (await aws.lambda().send(new GetEventSourceMappingCommand({ UUID }))).State;
      return {
        id,
        isOn: async () => !['Disabled', 'Disabling'].includes((await state()) ?? ''),
        turn: async (Enabled) => {
          await aws.lambda().send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
          // Until then it may still hand on what it has read.
          while (['Disabling', 'Enabling', 'Updating'].includes((await state()) ?? ''))
            await pause(LOOK_EVERY_MS);
        },
      };
    }),
    ...rules
      .filter(({ LogicalResourceId = '' }) => isSwept(LogicalResourceId))
      .map(({ LogicalResourceId: id = '', PhysicalResourceId: Name }): Trigger => {
        return {
          id,
          isOn: async () => (await aws.events().send(new DescribeRuleCommand({ Name }))).State !== 'DISABLED',
          turn: async (on) => {
            await (on
              ? aws.events().send(new EnableRuleCommand({ Name }))
              : aws.events().send(new DisableRuleCommand({ Name })));
          },
        };
      }),
  ];
}

/** How many of them stand still. */
export async function pausedTriggers(office: Pick<Office, 'aws' | 'deployment'>): Promise<number> {
  const all = await triggersOf(office);
  const on = await Promise.all(all.map((trigger) => trigger.isOn()));
  return on.filter((isOn) => !isOn).length;
}

async function turnAll(office: Office, on: boolean): Promise<void> {
  for (const trigger of await triggersOf(office)) {
    const isChanged = (await trigger.isOn()) !== on;
    if (isChanged) await trigger.turn(on);
    office.print.say(`${trigger.id}: ${on ? 'on' : 'paused'}${isChanged ? '' : ', as it was'}.`);
  }
}

/** Until they are resumed no mail goes out, no workflow is started or woken by an answer, and nothing is swept. */
export async function pauseTriggers(office: Office, { yes }: { yes?: boolean }): Promise<number> {
  const { print, stage } = office;
  await confirm(
    `In ${stage} nobody gets mail, no plan starts and no answer moves a plan on until the triggers are resumed.`,
    yes,
  );
  await turnAll(office, false);
  print.say(
    `\nPages and the API go on recording what people do. In 45 minutes the alarm sweep-missing says that nothing is swept.\nTo end it: npm run admin -- resume-triggers --stage ${stage}`,
  );
  return EXIT.fine;
}

/** The feeds go on where they stopped; what the stream has forgotten meanwhile the sweeper finds in the record. */
export async function resumeTriggers(office: Office): Promise<number> {
  await turnAll(office, true);
  office.print.say(
    `\nWhat was owed meanwhile is done now. After more than a day: npm run admin -- sweep --stage ${office.stage}, until it finds nothing.`,
  );
  return EXIT.fine;
}

import {
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
} from '@aws-sdk/client-sesv2';
import { expectThat, type Finding, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

const NEEDED = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT', 'DELIVERY_DELAY', 'RENDERING_FAILURE'];
const NEVER = ['OPEN', 'CLICK'];

/** Whether the system is told what became of its mail: without it a bounce would count as silence. */
export const mailEvents: Check = {
  name: 'mail-events',
  look: async ({ aws, deployment, stage }) => {
    const ConfigurationSetName = deployment.outputs.get('ConfigurationSet');
    const deploy = `npm run deploy -- --stage ${stage}`;
    if (ConfigurationSetName === undefined)
      return [
        wrong('mail-events.set', 'This stage has no configuration set: nobody learns of a bounce.', deploy),
      ];
    const [set, destinations] = await Promise.all([
      aws.ses().send(new GetConfigurationSetCommand({ ConfigurationSetName })),
      aws.ses().send(new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName })),
    ]);
    const told = (destinations.EventDestinations ?? []).filter(
      ({ Enabled, EventBridgeDestination }) => Enabled && EventBridgeDestination,
    );
    const types = new Set<string>(told.flatMap(({ MatchingEventTypes = [] }) => MatchingEventTypes));
    const tracked = (destinations.EventDestinations ?? [])
      .flatMap(({ MatchingEventTypes = [] }) => MatchingEventTypes as string[])
      .filter((type) => NEVER.includes(type));
    const missing = NEEDED.filter((type) => !types.has(type));
    const suppressed = set.SuppressionOptions?.SuppressedReasons ?? [];
    const findings: Finding[] = [
      expectThat(
        set.SendingOptions?.SendingEnabled !== false,
        'mail-events.sending',
        'Its configuration set may send.',
        `Sending is off for the configuration set ${ConfigurationSetName}: every mail waits.`,
        `aws sesv2 put-configuration-set-sending-options --configuration-set-name ${ConfigurationSetName} --sending-enabled`,
      ),
      expectThat(
        missing.length === 0,
        'mail-events.destination',
        'What becomes of every mail is told to the system.',
        `Nobody is told of ${missing.join(', ')}: such a mail would look as if it had arrived.`,
        deploy,
      ),
      expectThat(
        tracked.length === 0,
        'mail-events.tracking',
        'Nobody is watched opening mail, and links are not rewritten.',
        `${tracked.join(' and ')} is tracked: links in mails lead over an address of AWS, which reads what should be secret.`,
        `Take it off the event destination in the SES console; ${deploy} puts ours back.`,
      ),
      expectThat(
        ['BOUNCE', 'COMPLAINT'].every((reason) => suppressed.some((each) => each === reason)),
        'mail-events.suppression',
        'Addresses that bounced or complained are not written to again.',
        'Addresses that bounced or complained would be written to again, which AWS counts against you.',
        deploy,
      ),
    ];
    return findings;
  },
};

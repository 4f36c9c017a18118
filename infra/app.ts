import { App } from 'aws-cdk-lib';
import { ConfigurationError, loadConfig, reminderFor } from './config.ts';
import { addFollowUp } from './follow-up.ts';

// Nothing is written unless the whole app could be made, and nothing that differs from one time to the next.
const app = new App({ autoSynth: false, analyticsReporting: false, performanceReporting: false });
try {
  const file: string = app.node.tryGetContext('config') ?? 'config/dev.json';
  const config = loadConfig(file);
  addFollowUp(app, config);
  app.synth();
  const reminder = reminderFor(file, config);
  if (reminder) console.error(reminder);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

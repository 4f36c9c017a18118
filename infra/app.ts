import { App } from 'aws-cdk-lib';
import { ConfigurationError, loadConfig } from './config.ts';
import { addFollowUp } from './follow-up.ts';

// Nothing is written unless the whole app could be made, and nothing that differs from one time to the next.
const app = new App({ autoSynth: false, analyticsReporting: false, performanceReporting: false });
try {
  addFollowUp(app, loadConfig(app.node.tryGetContext('config') ?? 'config/dev.json'));
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

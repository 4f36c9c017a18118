import { ConfigurationError, loadConfig, loadStage, reminderFor } from './config.ts';
import { emptyApp } from './empty-app.ts';
import { addFollowUp } from './follow-up.ts';
import { checkEverything } from './nag.ts';

const app = emptyApp();
try {
  const stage: string | undefined = app.node.tryGetContext('stage');
  const named: string | undefined = app.node.tryGetContext('config');
  const file = named ?? `config/${stage ?? 'dev'}.json`;
  const config = named === undefined ? loadStage(stage ?? 'dev') : loadConfig(named, stage);
  addFollowUp(app, config);
  checkEverything(app);
  app.synth();
  const reminder = reminderFor(file, config);
  if (reminder) console.error(reminder);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

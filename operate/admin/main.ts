import { terminal } from '../common/command-line.ts';
import { admin } from './admin.ts';

process.exitCode = await admin(process.argv.slice(2), terminal);

import { terminal } from '../common/command-line.ts';
import { deploy } from './deploy.ts';

process.exitCode = await deploy(process.argv.slice(2), terminal);

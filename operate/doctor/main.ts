import { terminal } from '../common/command-line.ts';
import { doctor } from './doctor.ts';

process.exitCode = await doctor(process.argv.slice(2), terminal);

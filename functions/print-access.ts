import { accessReference } from './access-table.ts';

process.stdout.write(accessReference());

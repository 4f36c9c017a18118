import { api } from '../chains.ts';
import { respond } from './respond.ts';

export const handler = api(respond);

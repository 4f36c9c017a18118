import type { JobRecord } from '../../adapters/jobs.ts';
import type { Actor } from '../../domain/events.ts';
import { actorOf } from '../access.ts';

/** As the record names whoever began the work. */
export const ownerOf = ({ by }: Pick<JobRecord, 'by'>): Actor => actorOf({ ...by, roles: [] });

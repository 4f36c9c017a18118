import { copiesOf, deleteCommand } from '../../restore/past-table.ts';
import { expectThat } from '../finding.ts';
import type { Check } from '../world.ts';

/** Whether tables that were made to go back in time have been left: no rule of retention reaches them. */
export const copies: Check = {
  name: 'table.copies',
  look: async ({ aws, deployment }) => {
    const live = deployment.outputs.get('TableName');
    if (live === undefined) return [];
    const left = await copiesOf(aws.dynamodb(), live);
    return [
      expectThat(
        left.length === 0,
        'table.copies',
        'No copy of the record lies beside it.',
        `Beside the record ${left.length === 1 ? 'lies a copy' : `lie ${left.length} copies`} of all of it, made to restore an earlier moment: ${left.join(', ')}. Nothing in ${left.length === 1 ? 'it' : 'them'} is ever deleted by its age.`,
        `When the restore is done: ${left.map((table) => deleteCommand(table, aws.region)).join(' && ')}`,
      ),
    ];
  },
};

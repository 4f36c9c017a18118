import { AwsError, type Clock, REGION, type Resource } from '../types.ts';
import { jsonReply, requireMembers } from '../wire/protocol.ts';
import { ask, type EngineClient } from './client.ts';
import type { Journal } from './journal.ts';
import { createTable, dropTable, tableName } from './tables.ts';

type Input = Record<string, unknown>;

/** How far behind the moment DynamoDB can go back to at the latest stays, as a rule. */
const BEHIND_MS = 5 * 60_000;
const ITEMS_A_CALL = 25;

export interface BackupsOptions {
  client: EngineClient;
  clock: Pick<Clock, 'now' | 'settle'>;
  journal: Journal;
  tables: readonly Resource[];
}

export const BACKUP_ACTIONS = ['DescribeContinuousBackups', 'RestoreTableToPointInTime', 'DeleteTable'];

/** DynamoDB's point-in-time recovery: any moment since the start, into a table of its own, as on AWS. */
export const createBackups = ({ client, clock, journal, tables }: BackupsOptions) => {
  const restored = new Map<string, Resource>();

  const sourceOf = ({ SourceTableName, SourceTableArn, TableName }: Input): Resource => {
    const wanted = `${SourceTableArn ?? SourceTableName ?? TableName}`;
    const found = tables.find((table) => table.arn === wanted || tableName(table) === wanted);
    if (found) return found;
    throw new AwsError('TableNotFoundException', `Table not found: ${wanted}`);
  };

  const isKept = ({ properties }: Resource): boolean => {
    const { PointInTimeRecoveryEnabled } = (properties.PointInTimeRecoverySpecification ?? {}) as Input;
    return `${PointInTimeRecoveryEnabled}` === 'true';
  };

  const latest = (): number => Math.max(journal.since(), clock.now() - BEHIND_MS);

  const describe = (input: Input) => {
    const kept = isKept(sourceOf(input));
    const status = kept ? 'ENABLED' : 'DISABLED';
    return jsonReply({
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: {
          PointInTimeRecoveryStatus: status,
          ...(kept && {
            RecoveryPeriodInDays: 35,
            EarliestRestorableDateTime: journal.since() / 1000,
            LatestRestorableDateTime: latest() / 1000,
          }),
        },
      },
    });
  };

  const restore = async (input: Input) => {
    requireMembers(input, ['TargetTableName']);
    const source = sourceOf(input);
    const name = `${input.TargetTableName}`;
    if (!isKept(source)) {
      throw new AwsError(
        'PointInTimeRecoveryUnavailableException',
        `Point in time recovery is not enabled for table '${tableName(source)}'`,
      );
    }
    if (restored.has(name) || tables.some((table) => tableName(table) === name))
      throw new AwsError('TableAlreadyExistsException', `Table already exists: ${name}`);
    const moment = input.UseLatestRestorableTime === true ? latest() : Number(input.RestoreDateTime) * 1000;
    if (!(moment >= journal.since() && moment <= latest()))
      throw new AwsError('InvalidRestoreTimeException', 'The restore date and time is out of range.');
    const { StreamSpecification: _, ...properties } = source.properties;
    const target = { ...source, properties, arn: source.arn.replace(tableName(source), () => name) };
    const items = await journal.itemsAt(tableName(source), moment);
    await createTable(client, target);
    for (let at = 0; at < items.length; at += ITEMS_A_CALL) {
      const puts = items.slice(at, at + ITEMS_A_CALL).map((Item) => ({ PutRequest: { Item } }));
      await ask(client, 'DynamoDB_20120810.BatchWriteItem', { RequestItems: { [name]: puts } });
    }
    restored.set(name, target);
    return jsonReply({
      TableDescription: {
        TableName: name,
        TableArn: target.arn,
        TableStatus: 'CREATING',
        KeySchema: source.properties.KeySchema,
        RestoreSummary: {
          SourceTableArn: source.arn,
          RestoreDateTime: moment / 1000,
          RestoreInProgress: true,
        },
      },
    });
  };

  const remove = async ({ TableName }: Input) => {
    const name = `${TableName}`;
    const target = restored.get(name) ?? [...restored.values()].find(({ arn }) => arn === name);
    if (!target) {
      const known = tables.some((table) => tableName(table) === name || table.arn === name);
      throw known
        ? new AwsError(
            'ValidationException',
            'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
          )
        : new AwsError(
            'ResourceNotFoundException',
            `Requested resource not found: Table: ${name} not found in ${REGION}`,
          );
    }
    await dropTable(client, tableName(target));
    restored.delete(tableName(target));
    return jsonReply({ TableDescription: { TableName: tableName(target), TableStatus: 'DELETING' } });
  };

  return {
    /** @throws AwsError by DynamoDB's codes */
    async handle(action: string, input: Input) {
      if (action === 'DescribeContinuousBackups') return describe(input);
      // What was written is in the journal once the world has settled.
      if (action === 'RestoreTableToPointInTime') {
        await clock.settle();
        return restore(input);
      }
      return remove(input);
    },
    /** Forgets what was restored. */
    async clear(): Promise<void> {
      for (const target of restored.values()) await dropTable(client, tableName(target));
      restored.clear();
    },
  };
};

export type Backups = ReturnType<typeof createBackups>;

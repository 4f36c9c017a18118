import { setTimeout as pause } from 'node:timers/promises';
import type { Resource } from '../types.ts';
import { ask, type EngineClient, EngineRefused } from './client.ts';

const API = 'DynamoDB_20120810';

export const tableName = ({ arn }: Resource): string => arn.slice(arn.lastIndexOf('/') + 1);

const FOR_THE_API = [
  ...['KeySchema', 'AttributeDefinitions', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes'],
  ...['BillingMode', 'ProvisionedThroughput', 'StreamSpecification'],
];

const onlyForTheApi = (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => FOR_THE_API.includes(name)));

/** The CreateTable call a template's table stands for. */
export const createTableInput = (table: Resource): Record<string, unknown> => {
  const { StreamSpecification, ...properties } = onlyForTheApi(table.properties);
  return {
    ...properties,
    TableName: tableName(table),
    // CloudFormation leaves out what the API wants said.
    BillingMode: properties.BillingMode ?? 'PROVISIONED',
    // Both images are needed to tell a write that changed nothing, of which AWS makes no record.
    ...(StreamSpecification
      ? { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } }
      : {}),
  };
};

const describe = (client: EngineClient, TableName: string) =>
  ask<{ Table: { TableStatus: string; LatestStreamArn?: string } }>(client, `${API}.DescribeTable`, {
    TableName,
  });

const isGone = (error: unknown): boolean =>
  error instanceof EngineRefused && error.type === 'ResourceNotFoundException';

export const dropTable = async (client: EngineClient, TableName: string): Promise<void> => {
  try {
    await ask(client, `${API}.DeleteTable`, { TableName });
    for (;;) {
      await describe(client, TableName);
      await pause(5);
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
};

/** Makes an empty table, in the place of one that is there; answers the engine's own name for its stream. */
export const createTable = async (client: EngineClient, table: Resource): Promise<string | undefined> => {
  const input = createTableInput(table);
  await dropTable(client, tableName(table));
  await ask(client, `${API}.CreateTable`, input);
  for (;;) {
    const { Table } = await describe(client, tableName(table));
    if (Table.TableStatus === 'ACTIVE') return Table.LatestStreamArn;
    await pause(5);
  }
};

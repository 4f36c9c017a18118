import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface BudgetProps {
  stage: string;
  /** US dollars a month. */
  amount: number;
  operators: ITopic;
}

/**
 * Tells operators when costs come near what was expected of a month. AWS knows them by the tag `application`, which has to
 * be activated as a cost allocation tag in the account that is billed: until then the budget counts nothing. It counts all
 * stages of the account, because values of tags are only ever added up.
 */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { stage, amount, operators }: BudgetProps) {
    super(scope, id);
    const tell = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        thresholdType: 'PERCENTAGE',
        comparisonOperator: 'GREATER_THAN',
      },
      subscribers: [{ subscriptionType: 'SNS', address: operators.topicArn }],
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `pip-follow-up-${stage}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount, unit: 'USD' },
        costFilters: { TagKeyValue: ['user:application$pip-follow-up'] },
      },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
    });
  }
}

import { expectThat, ok, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

const NODE = 24;

/** The tools: the Node of the project and its own CDK, never a global one. */
export const versions: Check = {
  name: 'versions',
  look: async ({ versions: { node, cdkPinned, cdkLocal, cdkElsewhere } }) => [
    expectThat(
      Number.parseInt(node, 10) >= NODE,
      'versions.node',
      `Node ${node}.`,
      `This runs on Node ${node}; the functions and tools are made for Node ${NODE}.`,
      'npm ci, then start it by npm run …, which uses the Node that comes along.',
    ),
    expectThat(
      cdkLocal === cdkPinned,
      'versions.cdk',
      `The project's CDK is ${cdkPinned}, as pinned.`,
      cdkLocal === undefined
        ? `The project's CDK ${cdkPinned} is not installed.`
        : `The project's CDK is ${cdkLocal}, but ${cdkPinned} is pinned: another one may not read what is synthesized.`,
      'npm ci',
    ),
    cdkElsewhere === undefined || cdkElsewhere.version === cdkPinned
      ? ok('versions.global-cdk', 'No other cdk is on the PATH.')
      : wrong(
          'versions.global-cdk',
          `${cdkElsewhere.path} is aws-cdk ${cdkElsewhere.version}: whoever types cdk without npx gets that one${cdkElsewhere.version.startsWith('3.') ? ', which is older than its number and cannot read what is synthesized here' : ''}.`,
          'npm uninstall -g aws-cdk    (and always: npx cdk …, or npm run deploy)',
        ),
  ],
};

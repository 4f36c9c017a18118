import { expectThat, type Finding, ok, unclear, wrong } from '../finding.ts';
import type { Check, Dns, World } from '../world.ts';

/** Where a name leads: the name behind it, or addresses; empty when it leads nowhere. */
async function behind(host: string, dns: Dns): Promise<string[]> {
  const asked = await Promise.allSettled([dns.resolveCname(host), dns.resolve4(host)]);
  return asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}

const reasonOf = (error: unknown): string => {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
};

/** The firewall, the API without a function, and other people's servers say no such thing. */
const isOurs = ({ status, headers }: Response): boolean =>
  status < 500 && /default-src 'none'/.test(headers.get('content-security-policy') ?? '');

async function host(name: string, path: string, world: World): Promise<Finding[]> {
  const found = await behind(name, world.dns);
  const { stage, config } = world;
  if (found.length === 0)
    return [
      wrong(
        `hosts.${name}`,
        `${name} leads nowhere: no link in any mail opens.`,
        config?.zone
          ? `npm run deploy -- --stage ${stage}    (it writes the record to the zone ${config.zone.name})`
          : `Publish a CNAME record from ${name} to the distribution the outputs of the service stack name.`,
      ),
    ];
  try {
    const reply = await world.fetch(`https://${name}${path}`, { redirect: 'manual' });
    return [
      expectThat(
        isOurs(reply),
        `hosts.${name}`,
        `${name} answers, and its certificate is good.`,
        `${name} answers ${reply.status}, and not by a page of ours: whoever follows a link sees an error.`,
        `npm run smoke -- --stage ${stage}, then npm run admin -- logs pages --stage ${stage}`,
      ),
    ];
  } catch (error) {
    const reason = reasonOf(error);
    return [
      wrong(
        `hosts.${name}`,
        `${name} cannot be opened (${reason}): its certificate is not issued or not for this name, or it leads elsewhere.`,
        `Look at the certificate in AWS Certificate Manager (us-east-1); it leads to ${found.join(', ')}.`,
      ),
    ];
  }
}

/** Name servers of Route 53, such as `ns-1.awsdns-01.com`. */
const OF_ROUTE_53 = /\.awsdns-\d+\./i;

/** A zone that no name server answers for, or somebody else's, holds records nobody reads. */
async function zone({ id, name }: { id: string; name: string }, { dns }: World): Promise<Finding> {
  const servers = await dns.resolveNs(name).catch(() => []);
  const others = servers.filter((server) => !OF_ROUTE_53.test(server));
  if (others.length > 0)
    return wrong(
      'hosts.zone',
      `${name} is answered by ${others.join(', ')}, not by Route 53 alone: certificates would wait for records that nobody sees, until the deployment is given up.`,
      `Have the name servers of the hosted zone ${id} entered where ${name} is registered; or leave "zone" out and give "certificates".`,
    );
  return expectThat(
    servers.length > 0,
    'hosts.zone',
    `The zone ${name} is answered by ${servers.length} name servers of Route 53. Whether ${id} is the id of that zone is not checked here.`,
    `Nobody answers for the zone ${name}: certificates are never issued, and records in it are not seen.`,
    `Create the hosted zone in Route 53 and have its name servers entered where ${name} is registered; or leave "zone" out and give "certificates".`,
  );
}

/** The addresses people open. */
export const hosts: Check = {
  name: 'hosts',
  look: async (world) => {
    const { config, deployment } = world;
    const findings: Finding[] = [];
    if (config?.zone) findings.push(await zone(config.zone, world));
    if (config?.hosts) {
      if (!deployment.stacks.service) return findings;
      const { participants, admin } = config.hosts;
      return [
        ...findings,
        ...(await host(participants, '/l/nobody', world)),
        ...(await host(admin, '/admin', world)),
      ];
    }
    const base = deployment.outputs.get('BaseUrl');
    if (base === undefined) return findings;
    try {
      const reply = await world.fetch(`${base}/admin`, { redirect: 'manual' });
      return [
        ...findings,
        expectThat(
          isOurs(reply),
          'hosts.base-url',
          `${base} answers.`,
          `${base} answers ${reply.status}, and not by a page of ours.`,
          `npm run admin -- logs admin --stage ${world.stage}`,
        ),
      ];
    } catch (error) {
      return [
        ...findings,
        unclear(
          'hosts.base-url',
          `${base} cannot be opened from here (${reasonOf(error)}).`,
          `curl -i ${base}/admin`,
        ),
      ];
    }
  },
};

/** Before a first deployment: whether the zone is there. */
export const zoneThere: Check = {
  name: 'zone',
  look: async (world) =>
    world.config?.zone
      ? [await zone(world.config.zone, world)]
      : [ok('hosts.zone', 'No zone is configured: DNS records are published by hand.')],
};

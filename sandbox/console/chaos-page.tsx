import type { Fault } from '../faults.ts';
import { at } from './address.ts';
import { SERVICES, SWITCHES, type Switch, switchOf } from './chaos.ts';
import type { Desk } from './desk.ts';
import type { Shown } from './shown.ts';
import { counted } from './words.ts';

/** `Throttle: SES, called by mailer; 2 times; 1 of 4, drawn with seed 7` */
const narrowed = ({ service, function: name, times, probability, seed }: Fault): string =>
  [
    service ? (SERVICES[service] ?? service) : '',
    name ? `of ${name}` : '',
    times ? `${counted(times, 'time')} at most` : 'every time',
    probability !== undefined && probability < 1
      ? `with a chance of ${Math.round(probability * 100)} % (seed ${seed ?? 0})`
      : '',
  ]
    .filter(Boolean)
    .join(', ');

const On = ({ faults }: { faults: readonly (Fault & { struck: number })[] }) => (
  <div class="wide">
    <table class="narrow">
      <caption>Switched on now</caption>
      <thead>
        <tr>
          <th scope="col">Fault</th>
          <th scope="col">Strikes</th>
          <th scope="col">Struck</th>
          <th scope="col">Off</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault, place) => (
          <tr key={place}>
            <th scope="row">{switchOf(fault.name).title}</th>
            <td>{narrowed(fault)}</td>
            <td>{counted(fault.struck, 'time')}</td>
            <td>
              <form method="post" action={at(['chaos'])}>
                <input type="hidden" name="place" value={place} />
                <button
                  type="submit"
                  class="plain small"
                  name="do"
                  value="off"
                  aria-label={`Off: ${switchOf(fault.name).title}`}
                >
                  Off
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Form = ({ one, functions }: { one: Switch; functions: readonly string[] }) => {
  const id = (field: string) => `${one.name}-${field}`;
  return (
    <form class="card switch" method="post" action={at(['chaos'])} aria-labelledby={id('title')}>
      <h3 id={id('title')}>{one.title}</h3>
      <p class="small">{one.what}</p>
      <input type="hidden" name="name" value={one.name} />
      <div class="fields">
        {one.narrows.includes('service') ? (
          <div>
            <label for={id('service')}>Service</label>
            <select id={id('service')} name="service">
              <option value="">any</option>
              {Object.entries(SERVICES).map(([name, called]) => (
                <option key={name} value={name}>
                  {called}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <div>
          <label for={id('function')}>Function</label>
          <select id={id('function')} name="function">
            <option value="">any</option>
            {functions.map((name) => (
              <option key={name} value={name}>
                {name.replace(/(Function)?[0-9A-F]{8}$/, '')}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for={id('times')}>Times</label>
          <input id={id('times')} name="times" type="number" min="1" max="1000" value="1" />
        </div>
        <div>
          <label for={id('chance')}>Chance, %</label>
          <input id={id('chance')} name="chance" type="number" min="1" max="100" value="100" />
        </div>
        <div>
          <label for={id('seed')}>Seed</label>
          <input id={id('seed')} name="seed" type="number" min="0" max="999999" value="0" />
        </div>
      </div>
      <button type="submit" name="do" value="on" aria-label={`Switch on: ${one.title}`}>
        Switch on
      </button>
    </form>
  );
};

/** The switches by which the sandbox fails on purpose, and what they did so far. */
export const chaosPage = (desk: Desk): Shown => {
  const { faults, resources } = desk.options;
  const on = faults.active();
  const functions = resources
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .map(({ logicalId }) => logicalId);
  return {
    title: 'Chaos',
    children: (
      <>
        <h1>Chaos switches</h1>
        <p class="soft">
          What goes wrong in a cloud, on purpose and in an order that repeats: the same seed strikes the same
          calls. No plan may lose anything by it.
        </p>
        {on.length > 0 ? <On faults={on} /> : <p class="card">Nothing is switched on.</p>}
        <form class="card surprise" method="post" action={at(['chaos'])} aria-labelledby="surprise-title">
          <h2 id="surprise-title">Surprise me</h2>
          <p class="small">
            Two to four faults at once, drawn from a seed. Write the seed down to have the same again.
          </p>
          <div class="fields">
            <div>
              <label for="mix">Seed</label>
              <input id="mix" name="seed" type="number" min="0" max="999999" value="7" />
            </div>
            <button type="submit" name="do" value="surprise">
              Surprise me
            </button>
          </div>
        </form>
        <h2 class="over">One by one</h2>
        <div class="switches">
          {SWITCHES.map((one) => (
            <Form key={one.name} one={one} functions={functions} />
          ))}
        </div>
      </>
    ),
  };
};

import type { Block, Quote, TableView } from '../models/blocks.ts';
import type { Words } from '../words/en.ts';
import { Facts, PlanTitle, WholePlan } from './plan-parts.tsx';
import { PlanRecord } from './record.tsx';
import { Said } from './said.tsx';

/**
 * Cells keep the line breaks people typed; the first of each row names it. Where there is no room for all columns, each
 * cell says its own heading and rows become short lists.
 */
export function Table({ table }: { table: TableView }) {
  return (
    <table class={table.head.length > 2 ? 'wide' : undefined}>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th scope="col" key={cell}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, ...cells], row) => (
          <tr key={`${row}-${name}`}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td class="kept" key={table.head[at + 1]} data-label={table.head[at + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** People's own words, under who said them and when. */
export function Quotes({ quotes }: { quotes: Quote[] }) {
  return (
    <>
      {quotes.map(({ who, text, said, parts }) => (
        <figure class="answer" key={`${who} ${text}`}>
          {who ? <figcaption>{who}</figcaption> : null}
          <blockquote class="kept">{said ? <Said text={text} by={said} parts={parts} /> : text}</blockquote>
        </figure>
      ))}
    </>
  );
}

/** Parts of a page that are only read, one after another. */
export function Blocks({ blocks, words }: { blocks: Block[]; words: Words }) {
  return (
    <>
      {blocks.map((block) => (
        <BlockOf key={block.heading} block={block} words={words} />
      ))}
    </>
  );
}

function BlockOf({ block, words }: { block: Block; words: Words }) {
  const { heading, paragraphs = [], facts, list, quotes, tables = [], record, plan } = block;
  return (
    <>
      <h2>{heading}</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {facts ? <Facts facts={facts} /> : null}
      {list ? (
        <ul>
          {list.map((entry) => (
            <li key={entry}>{entry}</li>
          ))}
        </ul>
      ) : null}
      {tables.map((table) => (
        <Table key={table.caption} table={table} />
      ))}
      {record ? <PlanRecord record={record} words={words} /> : null}
      {quotes ? <Quotes quotes={quotes} /> : null}
      {plan ? (
        <>
          <PlanTitle title={plan.title} />
          <WholePlan plan={plan} words={words} />
        </>
      ) : null}
    </>
  );
}

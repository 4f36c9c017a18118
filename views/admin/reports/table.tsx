import type { ComponentChildren } from 'preact';

export interface Column {
  text: string;
  numeric?: boolean;
}

interface Props {
  caption: string;
  columns: readonly Column[];
  /** The first cell of each row is its heading. */
  rows: readonly (readonly ComponentChildren[])[];
}

/** A table with its caption, to be scrolled to within its box where the screen is narrow. */
export const DataTable = ({ caption, columns, rows }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable without a mouse
  <section class="wide-table" tabIndex={0} aria-label={caption}>
    <table class="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ text, numeric }) => (
            <th key={text} scope="col" class={numeric ? 'numeric' : undefined}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, place) =>
              place === 0 ? (
                <th key={columns[place]?.text} scope="row">
                  {cell}
                </th>
              ) : (
                <td
                  key={columns[place]?.text}
                  data-label={cell === '' ? undefined : columns[place]?.text}
                  class={columns[place]?.numeric ? 'numeric' : undefined}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

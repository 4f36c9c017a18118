import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Said as Writer } from '../models/said.ts';

/** The language a page speaks, and the one that plans are written in where that is another. */
export interface Tongues {
  page: string;
  plan?: string | undefined;
}

const Spoken = createContext<Tongues>({ page: '' });
export const SpokenIn = Spoken.Provider;

/** The `lang` of what somebody wrote (WCAG 3.1.2); `undefined` where it is the language of the page, as far as known. */
export function useLangOf(said: Writer | undefined): string | undefined {
  const { page, plan } = useContext(Spoken);
  const written = said === 'plan' ? plan : said;
  return written === page ? undefined : written;
}

interface Props {
  text: string;
  by?: Writer | undefined;
  /** Which parts of the text somebody wrote, in their order; all of it when left out. */
  parts?: string[] | undefined;
}

/** What people wrote, marked with its language where the page speaks another; also within a sentence of ours. */
export function Said({ text, by = 'plan', parts = [text] }: Props) {
  const lang = useLangOf(by);
  if (lang === undefined) return <>{text}</>;
  return (
    <>
      {split(text, parts).map(({ piece, isSaid, at }) =>
        isSaid ? (
          <span lang={lang} key={at}>
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}

interface Piece {
  piece: string;
  isSaid: boolean;
  at: number;
}

function split(text: string, parts: string[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const take = (to: number, isSaid: boolean): void => {
    if (to > from) pieces.push({ piece: text.slice(from, to), isSaid, at: from });
    from = to;
  };
  for (const part of parts) {
    const at = part === '' ? -1 : text.indexOf(part, from);
    if (at < 0) continue;
    take(at, false);
    take(at + part.length, true);
  }
  take(text.length, false);
  return pieces;
}

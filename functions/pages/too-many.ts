import type { LinkId } from '../../domain/index.ts';
import { tooManyPage } from '../../views/pages.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { frameOf, page } from './answers.ts';
import { keptWords } from './kept-words.ts';
import { linkRefused } from './link-audit.ts';

/** So many forms are taken through one link within a clock hour (SEC-11): far more than anybody sends by hand. */
export const POSTS_AN_HOUR = 60;

/** Gives back what was typed, and says when to try again: with the next hour. */
export function tooMany(linkId: LinkId, form: URLSearchParams, ports: WebPorts): WebResponse {
  linkRefused('limit', linkId);
  const frame = frameOf(ports);
  const seconds = 3600 - (Math.floor(Date.parse(ports.now()) / 1000) % 3600);
  return {
    ...page(429, tooManyPage(keptWords(form, frame.words), frame)),
    headers: { 'Retry-After': String(seconds) },
  };
}

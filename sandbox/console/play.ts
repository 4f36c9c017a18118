import type { News } from './news.ts';

export interface PlayWish {
  /** Real seconds between two steps. */
  every: number;
  /** Whether it stops at the moment somebody is asked something. */
  stopWhenAsked: boolean;
}

export interface PlayState extends PlayWish {
  playing: boolean;
  /** Why it stopped by itself. */
  ended?: string;
}

export interface Player {
  state(): PlayState;
  start(wish: PlayWish): void;
  pause(): void;
}

export interface PlayerOptions {
  /** Goes to the next event; answers when everything it set off has settled, so that no callback is ever skipped. */
  step(): Promise<News>;
  /** Whether anything is planned that a step could go to. */
  hasNext(): boolean;
  /** Runs something after some real seconds. */
  later?(seconds: number, run: () => void): void;
}

export const SPEEDS: readonly number[] = [0.5, 1, 2, 5];

const afterSeconds = (seconds: number, run: () => void): void => {
  setTimeout(run, seconds * 1000).unref();
};

/** Steps from event to event by itself. The clock stays a stepped one: it waits wherever it is paused. */
export const createPlayer = ({ step, hasNext, later = afterSeconds }: PlayerOptions): Player => {
  let state: PlayState = { playing: false, every: 2, stopWhenAsked: true };
  /** Which start a step belongs to: one that was paused meanwhile goes no further. */
  let round = 0;

  const end = (ended: string): void => {
    state = { ...state, playing: false, ended };
  };

  const goOn = async (mine: number): Promise<void> => {
    if (mine !== round || !state.playing) return;
    if (!hasNext()) return end('Nothing more is planned.');
    try {
      const { happened } = await step();
      if (mine !== round || !state.playing) return;
      const asked = happened.find(({ kind }) => kind === 'RequestOpened');
      if (asked && state.stopWhenAsked) return end(`Stopped, because somebody is asked: ${asked.text}`);
    } catch (error) {
      return end(`Stopped: ${error instanceof Error ? error.message : String(error)}`);
    }
    later(state.every, () => void goOn(mine));
  };

  return {
    state: () => state,
    start: (wish) => {
      round += 1;
      state = { ...wish, playing: true };
      const mine = round;
      later(0, () => void goOn(mine));
    },
    pause: () => {
      round += 1;
      const { every, stopWhenAsked } = state;
      state = { every, stopWhenAsked, playing: false };
    },
  };
};

import type { Page } from '@playwright/test';

/** The moments of an opening, in milliseconds of the clock that all processes share. */
export interface Opening {
  /** The key of the command was pressed. */
  readonly pressed: number;
  /** The page's own script has run; of our panel only. */
  readonly scripted?: number;
  /** What the panel is for was on the screen. */
  readonly painted: number;
}

/** Says in every frame of a page when a key is pressed and when a panel's content has been painted. */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(watch);
}

/** Presses the key of a command; gives when that was and when its panel was painted. */
export async function timeOpening(page: Page, key: string, what: string): Promise<Opening> {
  const moments: Record<string, number> = {};
  let seen: () => void = () => undefined;
  const painted = new Promise<void>((resolve) => (seen = resolve));
  const listen = (message: { text(): string }): void => {
    const [, moment, ms] = /^bench (\S+) ([\d.]+)$/.exec(message.text()) ?? [];
    if (moment === undefined) return;
    moments[moment] ??= Number(ms);
    if (moment === what) seen();
  };
  page.on('console', listen);
  try {
    await page.keyboard.press(key);
    await Promise.race([painted, page.waitForTimeout(30_000)]);
  } finally {
    page.off('console', listen);
  }
  if (moments[what] === undefined) throw new Error(`${key} painted no ${what} within 30 s`);
  const { pressed, scripted } = moments;
  return {
    pressed: pressed!,
    painted: moments[what],
    ...(scripted === undefined ? {} : { scripted }),
  };
}

/**
 * Runs in every frame. A webview's content is written into a frame within its own, where no script of
 * ours survives: it is watched from around it. A frame of animation begins before the page is painted:
 * what stands there then is on the screen when the next task runs.
 */
function watch(): void {
  const wanted = { graph: 'svg.graph .cell', empty: '#empty', scripted: '#panel > header' };
  const said = new Set<string>();
  const say = (what: string): void =>
    console.log(`bench ${what} ${performance.timeOrigin + performance.now()}`);
  const isIn = (frame: HTMLIFrameElement, selector: string): boolean => {
    try {
      if (getComputedStyle(frame).visibility !== 'visible') return false;
      return Boolean(frame.contentDocument?.querySelector(selector));
    } catch {
      return false; // a frame of another origin
    }
  };
  const look = (): void => {
    requestAnimationFrame(look);
    const frames = [...document.querySelectorAll('iframe')];
    for (const [what, selector] of Object.entries(wanted)) {
      if (said.has(what) || !frames.some((frame) => isIn(frame, selector))) continue;
      said.add(what);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => say(what);
      port2.postMessage(undefined);
    }
  };
  if (window !== window.top) requestAnimationFrame(look);
  const press = ({ key }: KeyboardEvent): void => {
    if (/^F[89]$/.test(key)) say('pressed');
  };
  if (window === window.top) window.addEventListener('keydown', press, true);
}

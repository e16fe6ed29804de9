// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isMotionReduced, setTravel } from '../../../webview/motion/travel';
import { Store } from '../../../webview/store';
import { sceneOf, stateOf } from './support';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.className = '';
});

describe('how the picture gets to a position', () => {
  const view = { position: { step: 1, cell: 1 }, level: 'cell' } as const;
  const state = () => stateOf(sceneOf(2, 3, 2), view);

  it.each<[string, (store: Store) => void, string]>([
    ['a step', (store) => store.move(1), 'glide'],
    ['a step back', (store) => store.move(-1), 'glide'],
    ['a level', (store) => store.deeper(1), 'glide'],
    ['a phase', (store) => store.movePhase(1), 'glide'],
    ['a step of the host’s', (store) => store.receive({ type: 'view', view }), 'glide'],
    ['scrubbing', (store) => store.goToIndex(9), 'jump'],
    ['the end', (store) => store.move(Infinity), 'jump'],
    ['other numbers', (store) => store.receive(state()), 'jump'],
  ])('%s', (_, move, travel) => {
    const store = new Store(
      () => {},
      () => {},
    );
    store.receive(state());
    store.travel = travel === 'glide' ? 'jump' : 'glide';
    move(store);
    expect(store.travel).toBe(travel);
  });

  it('is told to the style sheet, with the speed', () => {
    const page = document.createElement('main');
    setTravel(page, 'glide', 2);
    expect([page.dataset['travel'], page.style.getPropertyValue('--speed')]).toEqual([
      'glide',
      '2',
    ]);
    setTravel(page, 'jump', 0.25);
    expect([page.dataset['travel'], page.style.getPropertyValue('--speed')]).toEqual([
      'jump',
      '0.25',
    ]);
  });
});

describe('reduced motion', () => {
  const system = (matches: boolean) =>
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches } as MediaQueryList);

  it('is VS Code’s setting or the system’s', () => {
    system(false);
    expect(isMotionReduced()).toBe(false);
    document.body.classList.add('vscode-reduce-motion');
    expect(isMotionReduced()).toBe(true);
    document.body.className = '';
    system(true);
    expect(isMotionReduced()).toBe(true);
  });
});

describe('the style sheet of motion', () => {
  const css = readFileSync(resolve('webview/styles/motion.css'), 'utf8').replaceAll(
    /\/\*.*?\*\//gs,
    '',
  );
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({
    selector: selector!.trim(),
    body: body!,
  }));

  it('moves nothing unless the picture glides', () => {
    const moving = rules.filter(({ body }) => body.includes('transition'));
    expect(moving.length).toBeGreaterThan(4);
    for (const { selector } of moving) expect(selector).toMatch(/^\[data-travel='glide'\] /);
  });

  it('takes every time from the two that the speed and reduced motion change', () => {
    const times = rules
      .filter(({ body }) => body.includes('transition'))
      .flatMap(({ body }) => body.match(/\d+m?s\b|var\(--\w+\)/g) ?? []);
    expect(new Set(times)).toEqual(new Set(['var(--glide)', 'var(--fade)']));
  });

  it('lets nothing travel in reduced motion, and one fade of 80 ms at most', () => {
    const isReduced = (selector: string) => selector.includes('vscode-reduce-motion');
    const [times] = rules.filter(({ selector }) => isReduced(selector));
    expect(times!.body).toMatch(/--glide-time: 0ms;\s*--fade-time: 80ms;/);
    const inMedia = css.slice(css.indexOf('prefers-reduced-motion'));
    expect(inMedia).toMatch(/--glide-time: 0ms;\s*--fade-time: 80ms;/);
    const fades = css.match(/--fade: min\(var\(--fade-time\), [^;]*;/g);
    expect(fades).toHaveLength(2);
  });
});

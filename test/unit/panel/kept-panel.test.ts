import { describe, expect, it } from 'vitest';
import { forgotten, givenState, givenText } from '../../../src/panel/given';
import { shownOfArrays, shownOfState } from '../../../src/panel/shown';
import { packed, unpacked } from '../../../src/protocol/packed';
import { isHostMessage, isKeptPanel } from '../../../src/protocol/guards';
import { DEFAULT_PREFERENCES } from '../../../src/protocol';

const view = { position: { step: 3, cell: 1 }, level: 'cell', reading: 'outer', nudge: -6 };
const experiment = { cells: [{ id: 'X', cell: 0, value: -0 }] };

describe('what a panel keeps while its window is closed', () => {
  it('is a place in a document, or arrays', () => {
    const source = { uri: 'file:///a.py', offset: 3 };
    expect(isKeptPanel({ source, view, experiment })).toBe(true);
    expect(isKeptPanel({ given: '', view })).toBe(true);
    expect(isKeptPanel({ view })).toBe(false);
    expect(isKeptPanel({ source: { uri: 1 }, view })).toBe(false);
    expect(isKeptPanel({ given: '' })).toBe(false);
  });

  it('gives arrays that were handed over back as they were', () => {
    const shown = shownOfArrays({ X: [[1, NaN]], W: [[-0], [Infinity]], b: [5], dY: [[2]] });
    const kept = packed({ given: givenText('Mine', shown), view, experiment });
    // VS Code writes it down as JSON.
    const again = unpacked(JSON.parse(JSON.stringify(kept))) as { given: string };
    expect(isKeptPanel(again)).toBe(true);
    const state = givenState(again.given)!;
    expect(state.source).toBe('Mine');
    const { computation } = shownOfState(state);
    for (const lane of ['values', 'gradients'] as const) {
      for (const [id, { data }] of shown.computation![lane]) {
        expect([id, computation![lane].get(id)!.data]).toEqual([id, data]);
      }
    }
  });

  it('leaves out arrays that are too many, and says so', () => {
    const row = Array.from({ length: 200_000 }, (_, i) => i / 7);
    const text = givenText('Mine', shownOfArrays({ X: [row], W: row.map((entry) => [entry]) }));
    expect(text).toBe('');
    expect(givenState(text)).toBeUndefined();
    const { scene } = forgotten();
    expect(scene).toMatchObject({ kind: 'empty', problems: [] });
    const message = {
      type: 'state',
      scene,
      view,
      experiment,
      preferences: DEFAULT_PREFERENCES,
      translations: {},
      language: 'en',
      given: text,
    };
    expect(isHostMessage(message)).toBe(true);
    expect(isHostMessage({ ...message, given: 1 })).toBe(false);
  });
});

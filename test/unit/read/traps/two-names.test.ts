import { describe, expect, it } from 'vitest';
import { ofKind, program } from './traps-in';

const found = (source: string) => ofKind('two-names', source);

describe('an array with two names', () => {
  it('that is changed under one and looked at under the other', () => {
    const source = program('x = np.ones(3)', 'before = x', 'x += 1', 'step = x - before');
    expect(found(source)).toEqual([
      {
        kind: 'two-names',
        at: 'x += 1',
        says: 'before shows this change too: since before = x, both names stand for one array',
        mended: 'before = x.copy()',
      },
    ]);
  });

  it('in a function, by an item of the new name', () => {
    const source = program(
      'def relu(x):',
      '    out = x',
      '    out[out < 0] = 0',
      '    return out, x > 0',
      'relu(np.array([-1.0, 2.0]))',
    );
    expect(found(source)[0]).toMatchObject({ at: 'out[out < 0] = 0', mended: 'out = x.copy()' });
  });

  it('that are the best weights so far, in a loop that goes on', () => {
    const source = program(
      'W = np.zeros(2)',
      'for i in range(3):',
      '    W -= 0.1 * np.ones(2)',
      '    if i == 1:',
      '        best_W = W',
      'print(best_W)',
    );
    expect(found(source)[0]).toMatchObject({
      at: 'W -= 0.1 * np.ones(2)',
      mended: 'best_W = W.copy()',
    });
  });

  it.each([
    ['a copy', ['x = np.ones(3)', 'y = x.copy()', 'x += 1', 'z = y']],
    ['a new array', ['x = np.ones(3)', 'y = x', 'x = x + 1', 'z = y']],
    [
      'one that is not looked at again',
      ['def f(x):', '    out = x', '    out += 1', '    return out', 'f(np.ones(2))'],
    ],
    ['lists', ['k = [1, 2]', 'l = k', 'l += [3]', 'm = np.array(k)']],
    ['numbers', ['a = 1', 'b = a', 'a += 1', 'c = b']],
    [
      'new weights in each round',
      [
        'W = np.zeros(2)',
        'for i in range(3):',
        '    W = W - 0.1',
        '    if i == 1:',
        '        best = W',
        'print(best)',
      ],
    ],
    [
      'a name that gets another array first',
      ['x = np.ones(3)', 'y = x', 'x += 1', 'y = np.zeros(3)', 'z = y'],
    ],
  ])('is no trap for %s', (_, lines) => {
    expect(found(program(...lines))).toEqual([]);
  });
});

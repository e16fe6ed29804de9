import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/read';

/** A trainer that is run, or not, as data says that is not known. */
const TRAINER = [
  'import numpy as np',
  'import data',
  'class Trainer:',
  '    def __init__(self):',
  '        self.W = np.ones((2, 3))',
  '        self.losses = []',
  '        self.epoch = 0',
  '        self.name = "t"',
  '    def step(self):',
  '        self.W -= 0.1',
  '        self.losses.append(1.0)',
  '        self.epoch += 1',
  'trainer = Trainer()',
];

const read = (...lines: string[]) => evaluate([...TRAINER, ...lines].join('\n'));

describe('a method that may have been called or not', () => {
  const loop = ['for i in range(data.count):', '    trainer.step()'];

  it('leaves its object’s arrays with their shape alone', () => {
    const W = read(...loop, 'W = trainer.W').globals.get('W');
    expect([W?.state, W?.shape]).toEqual(['shape-only', [2, 3]]);
  });

  it('leaves lists and numbers unknown: to use them is no error', () => {
    const { errors, globals } = read(
      ...loop,
      'last = trainer.losses[-1]',
      'x = np.ones(3) * trainer.epoch',
    );
    expect(errors).toEqual([]);
    expect(globals.get('x')?.state).not.toBe('known');
  });

  it('counts in the middle of an expression, too', () => {
    const { globals } = read('if data.flag:', '    ok = trainer.step() is None', 'W = trainer.W');
    expect(globals.get('W')?.state).toBe('shape-only');
  });

  it('may change what it is given, when it is called for that alone', () => {
    const { globals } = read(
      'def update(params):',
      '    params["W"] -= 1',
      'params = {"W": np.zeros(2)}',
      'if data.flag:',
      '    update(params)',
      'W = params["W"]',
      'y = np.ones(2)',
      'if data.flag:',
      '    total = np.sum(y)',
    );
    expect(globals.get('W')?.state).toBe('shape-only');
    expect(globals.get('y')?.state).toBe('known');
  });

  it('that is not called changes nothing', () => {
    const { globals } = read('if False:', '    trainer.step()', 'W = trainer.W');
    expect(globals.get('W')?.state).toBe('known');
  });
});

import { describe, expect, it } from 'vitest';
import { ofKind, program } from './traps-in';

const found = (source: string) => ofKind('shared-gradient', source);

describe('an upstream gradient that is changed in place', () => {
  it('by the book’s Relu', () => {
    const source = program(
      'class Relu:',
      '    def forward(self, x):',
      '        self.mask = (x <= 0)',
      '        out = x.copy()',
      '        out[self.mask] = 0',
      '        return out',
      '    def backward(self, dout):',
      '        dout[self.mask] = 0',
      '        dx = dout',
      '        return dx',
      'relu = Relu()',
      'relu.forward(np.ones((2, 2)))',
      'relu.backward(np.ones((2, 2)))',
    );
    expect(found(source)).toEqual([
      {
        kind: 'shared-gradient',
        at: 'dout[self.mask] = 0',
        says: 'this changes dout in place, and with it the array of whoever called backward: a copy keeps the two apart',
        mended: 'dout = dout.copy()',
      },
    ]);
  });

  it('under another name', () => {
    const source = program(
      'def relu_backward(dout, cache):',
      '    dx = dout',
      '    dx[cache <= 0] = 0',
      '    return dx',
      'relu_backward(np.ones(3), np.ones(3))',
    );
    expect(found(source)[0]).toMatchObject({
      at: 'dx[cache <= 0] = 0',
      mended: 'dx = dout.copy()',
    });
  });

  it('by an update and by out=', () => {
    const update = program('def backward(dA, mask):', '    dA *= mask', '    return dA');
    expect(found(update)[0]?.at).toBe('dA *= mask');
    const out = program(
      'def sigmoid_backward(grad, y):',
      '    return np.multiply(grad, y * (1 - y), out=grad)',
    );
    expect(found(out)[0]).toMatchObject({ mended: 'grad = grad.copy()' });
  });

  it.each([
    ['a product', ['def backward(dout, mask):', '    dx = dout * mask', '    return dx']],
    [
      'a copy',
      ['def backward(dout, mask):', '    dx = dout.copy()', '    dx[mask] = 0', '    return dx'],
    ],
    [
      'deeplearning.ai’s relu',
      [
        'def relu_backward(dA, cache):',
        '    dZ = np.array(dA, copy=True)',
        '    dZ[cache <= 0] = 0',
        '    return dZ',
      ],
    ],
    [
      'a copy under its own name',
      [
        'def backward(dout, mask):',
        '    dout = dout.copy()',
        '    dout *= mask',
        '    return dout',
      ],
    ],
    ['a number', ['def backward(dout=1):', '    dout *= 2', '    return dout', 'backward()']],
    [
      'a dict of gradients',
      ['def backward(dout, grads):', "    grads['W'] = dout", '    return grads'],
    ],
    [
      'an optimizer',
      [
        'def update(params, grads):',
        '    for key in params:',
        '        params[key] -= 0.1 * grads[key]',
      ],
    ],
  ])('is not found in %s', (_, lines) => {
    expect(found(program(...lines))).toEqual([]);
  });
});

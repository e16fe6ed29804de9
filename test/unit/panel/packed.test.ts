import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '../../../src/protocol/packed';

const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, -0));
const message = fc.letrec((tie) => ({
  value: fc.oneof(number, fc.string(), fc.boolean(), tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(fc.constantFrom('a', 'b', 'cells', 'value'), tie('value')),
})).record;

describe('numbers on their way between host and webview', () => {
  it('come through JSON as they were', () => {
    fc.assert(
      fc.property(message, (sent) => {
        expect(unpacked(JSON.parse(JSON.stringify(packed(sent))))).toEqual({ ...sent });
      }),
    );
  });

  it('come with their buffers, which are not touched', () => {
    const { buffer } = Float64Array.of(NaN, -0);
    const sent = packed({ data: buffer, value: NaN });
    expect(sent.data).toBe(buffer);
    expect((unpacked(sent) as typeof sent).data).toBe(buffer);
    expect((unpacked(sent) as typeof sent).value).toBeNaN();
  });

  it('stay what they are where they were never packed', () => {
    const sent = { a: 1, b: 'NaN', c: undefined, d: null, e: [-2.5] };
    expect(unpacked(sent)).toEqual(sent);
  });
});

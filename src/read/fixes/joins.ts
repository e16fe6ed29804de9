import { say } from '../../core';
import { newAxis, transposed } from './products';
import { primaryText, replaced, withArgument } from './rewrite';
import type { Candidate } from './fix';
import type { Clash, Operand } from './clash';
import { resized } from './sizes';

/** What may be meant by arrays that cannot be joined: another axis, an axis more, or other lengths. */
export function joinFixes(clash: Clash): Candidate[] {
  const [first, other] = clash.operands as [Operand, Operand];
  return [
    ...otherAxes(clash, first),
    ...otherFunction(clash),
    ...raised(clash, other, first),
    ...raised(clash, first, other),
    ...transposed(clash, other, 62),
    ...transposed(clash, first, 60),
    ...lengths(clash, first, other),
  ];
}

function otherAxes({ source, call }: Clash, { array }: Operand): Candidate[] {
  if (!call || !/^(concatenate|append)$/.test(call.name)) return [];
  const axis = call.keywords.get('axis') ?? call.args[call.name === 'append' ? 2 : 1];
  return (array.shape ?? []).map((_, at) => ({
    title: say('Join along axis {axis}', { axis: at }),
    edits: [axis ? replaced(axis, String(at)) : withArgument(source, call.node, `axis=${at}`)],
    weight: 80,
  }));
}

const OTHER: Readonly<Record<string, string>> = { vstack: 'hstack', hstack: 'vstack' };

function otherFunction({ call }: Clash): Candidate[] {
  const name = call && OTHER[call.name];
  if (!name) return [];
  return [
    {
      title: say('Use {code}', { code: name }),
      edits: [replaced(call.nameSpan, name)],
      weight: 78,
    },
  ];
}

/** A vector among matrices as a row or as a column. */
function raised({ source, numpy }: Clash, { array, expr }: Operand, other: Operand): Candidate[] {
  if (!expr || array.shape?.length !== 1 || other.array.shape?.length !== 2) return [];
  const axis = newAxis(numpy.alias);
  return [`[${axis}, :]`, `[:, ${axis}]`].map((index) => {
    const text = `${primaryText(source, expr)}${index}`;
    return {
      title: say('Add an axis: {code}', { code: text }),
      edits: [replaced(expr, text)],
      weight: 76,
    };
  });
}

function lengths(clash: Clash, first: Operand, other: Operand): Candidate[] {
  const joined = Number(clash.error.sentence.args['axis']);
  const [a, b] = [first.array.shape ?? [], other.array.shape ?? []];
  if (a.length !== b.length) return [];
  return a.flatMap((length, axis) =>
    axis === joined || length === b[axis]
      ? []
      : [
          ...resized(clash, { array: other.array, axis }, length, 56),
          ...resized(clash, { array: first.array, axis }, b[axis]!, 54),
        ],
  );
}

import { say } from '../../core';
import type { Span } from '../reading';
import type { NumpyNames } from '../syntax/numpy-calls';
import { isSamePlace } from '../spans';
import { type AstNode } from '../syntax/walk';
import type { Candidate } from './fix';
import { withArgument } from './rewrite';

/** The functions that take the element type of what they are given, unless they are told another. */
const TYPED_BY_CONTENT = /^(\w+_like|array|asarray|arange|full)$/;

interface Code {
  readonly source: string;
  readonly nodes: readonly AstNode[];
  readonly numpy: NumpyNames;
}

/** `dtype=float` in the call that created an array of whole numbers, if no type stands there. */
export function madeOfFloats({ source, nodes, numpy }: Code, made: Span): Candidate | undefined {
  const node = nodes.find((own) => own.kind === 'call' && isSamePlace(own, made));
  const call = node?.kind === 'call' ? numpy.call(node) : undefined;
  if (!call || !TYPED_BY_CONTENT.test(call.name) || call.keywords.has('dtype')) return undefined;
  return {
    title: say('Make it an array of floats: dtype=float'),
    edits: [withArgument(source, call.node, 'dtype=float')],
    weight: 90,
  };
}

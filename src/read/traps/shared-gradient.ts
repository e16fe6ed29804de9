import { say } from '../../core';
import type { Edit, Fix } from '../fixes/fix';
import { isGradient } from '../syntax/field-names';
import type { Param, Stmt } from '../syntax/ast';
import { isWithin } from '../spans';
import { nodesIn, type AstNode, type FunctionPlace } from '../syntax/walk';
import type { Program, Rule } from './trap';

/**
 * A backward function that changes the upstream gradient it was given, in place: the caller's array
 * changes too. That does no harm as long as nobody else needs it, so the words are mild.
 */
export const sharedGradient: Rule = (program) =>
  program.functions
    .filter(({ definition }) => /backward|backprop|bprop|_bwd|_back$/i.test(definition.name))
    .flatMap((place) =>
      place.definition.params
        .filter((param) => isGradient({ kind: 'name', name: param.name, ...param.span }))
        .filter((param) => mayBeArray(param, program))
        .flatMap((param) => trapFor(param, place, program)),
    );

/** Not a number such as the default of `backward(dout=1)`. */
function mayBeArray({ span, fallback }: Param, { reading }: Program): boolean {
  const value = reading.valueOf(span);
  return value ? value.shape?.length !== 0 : fallback === undefined;
}

function trapFor(
  { name, span }: Param,
  { definition }: FunctionPlace,
  program: Program,
): ReturnType<Rule> {
  const names = new Set([name]);
  let alias: Stmt | undefined;
  for (const node of nodesIn(definition.body)) {
    if (node.kind === 'assign' && node.value) {
      const [target] = node.targets;
      if (node.value.kind === 'name' && names.has(node.value.name) && target?.kind === 'name') {
        names.add(target.name);
        alias = node;
        continue;
      }
      if (target?.kind === 'name') names.delete(target.name);
    }
    const change = changeOf(node, names, program);
    if (!change) continue;
    const changed = change.name === name || !alias ? undefined : alias;
    return [
      {
        sentence: say(
          'this changes {name} in place, and with it the array of whoever called {function}: a copy keeps the two apart',
          { name: change.name, function: definition.name },
        ),
        span: change.node,
        related: [{ sentence: say('{name} comes from the caller', { name }), span }],
        fix: copyFix(name, changed, change.node, program),
      },
    ];
  }
  return [];
}

interface Change {
  readonly name: string;
  readonly node: AstNode;
}

/** The array that a node changes in place, if it is called one of the names. */
function changeOf(
  node: AstNode,
  names: ReadonlySet<string>,
  { numpy }: Program,
): Change | undefined {
  const targets =
    node.kind === 'assign' ? node.targets : node.kind === 'update' ? [node.target] : [];
  for (const target of targets) {
    if (node.kind === 'update' && target.kind === 'name' && names.has(target.name))
      return { name: target.name, node };
    const isItem = target.kind === 'subscript' && target.index.kind !== 'string';
    if (isItem && target.object.kind === 'name' && names.has(target.object.name))
      return { name: target.object.name, node };
  }
  const out = node.kind === 'call' ? numpy.call(node)?.keywords.get('out') : undefined;
  return out?.kind === 'name' && names.has(out.name) ? { name: out.name, node } : undefined;
}

/** A copy where the array gets its other name, or in a line of its own before the change. */
function copyFix(
  name: string,
  alias: Stmt | undefined,
  change: AstNode,
  { source, nodes }: Program,
): Fix {
  const edit: Edit =
    alias?.kind === 'assign' && alias.value
      ? { span: { start: alias.value.end, end: alias.value.end }, text: '.copy()' }
      : lineBefore(statementAt(change, nodes), `${name} = ${name}.copy()`, source);
  return { title: say('Work on a copy of {name}', { name }), edits: [edit], isPreferred: false };
}

function statementAt(change: AstNode, nodes: readonly AstNode[]): AstNode {
  const around = nodes.findLast(
    ({ kind, ...place }) =>
      /^(expression|assign|update|return)$/.test(kind) && isWithin(change, place),
  );
  return around ?? change;
}

function lineBefore({ start }: AstNode, line: string, source: string): Edit {
  const indent = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const isBlank = /^\s*$/.test(indent);
  return { span: { start, end: start }, text: isBlank ? `${line}\n${indent}` : `${line}; ` };
}

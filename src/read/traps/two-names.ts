import { say } from '../../core';
import { textOf } from '../fixes/rewrite';
import type { Span } from '../reading';
import type { Expr, Stmt } from '../syntax/ast';
import { isWithin } from '../spans';
import { nodesIn, type AstNode } from '../syntax/walk';
import type { Program, Rule } from './trap';

/**
 * `kept = x` gives an array a second name and makes no second array. If one of the two is then
 * changed in place and the other is looked at later, it shows the change. Told only where all three
 * stand in one function, in this order or in one loop, and neither name gets another array meanwhile.
 */
export const twoNames: Rule = (program) =>
  scopesOf(program).flatMap((nodes) =>
    nodes.flatMap((node) => {
      const alias = aliasOf(node, program);
      const change = alias && changeAfter(alias, nodes);
      return alias && change ? [trapAt(alias, change, program)] : [];
    }),
  );

interface Alias {
  readonly node: AstNode;
  readonly value: Expr;
  /** The new name and the old one. */
  readonly names: readonly [string, string];
}

interface Change {
  readonly node: AstNode;
  readonly name: string;
}

/** The code of each function, and of the module outside of functions. */
function scopesOf({ statements, functions }: Program): AstNode[][] {
  const outside = statements.filter(({ kind }) => kind !== 'function' && kind !== 'class');
  return [outside, ...functions.map(({ definition }) => definition.body)].map((body) =>
    nodesIn(body),
  );
}

function aliasOf(node: AstNode, { reading }: Program): Alias | undefined {
  const [target, ...others] = node.kind === 'assign' ? node.targets : [];
  const value = node.kind === 'assign' ? node.value : undefined;
  if (target?.kind !== 'name' || others.length > 0 || value?.kind !== 'name') return undefined;
  const isArray = (reading.valueOf(value)?.shape?.length ?? 0) > 0;
  return isArray ? { node, value, names: [target.name, value.name] } : undefined;
}

/** The first change of one of an alias's names in place that the other name shows later. */
function changeAfter(alias: Alias, nodes: readonly AstNode[]): Change | undefined {
  const loop = nodes.findLast(
    (node) => (node.kind === 'for' || node.kind === 'while') && isWithin(alias.node, node),
  );
  for (const node of nodes) {
    const name = changedName(node);
    const other = alias.names.find((own) => own !== name);
    if (!name || !other || !alias.names.includes(name)) continue;
    const isLater = node.start > alias.node.end;
    const isInLoop = loop !== undefined && isWithin(node, loop);
    if (!isLater && !isInLoop) continue;
    const span = isLater ? { start: alias.node.end, end: node.start } : loop!;
    const readFrom = isLater ? node.end : loop!.end;
    const isSame = !alias.names.some((own) => isRebound(own, span, alias, nodes));
    if (isSame && isRead(other, readFrom, nodes)) return { node, name };
  }
  return undefined;
}

/** The name whose array a statement changes in place. */
function changedName(node: AstNode): string | undefined {
  if (node.kind === 'update') return nameIn(node.target);
  const [target] = node.kind === 'assign' ? node.targets : [];
  return target?.kind === 'subscript' ? nameIn(target) : undefined;
}

function nameIn(target: Expr): string | undefined {
  if (target.kind === 'name') return target.name;
  return target.kind === 'subscript' ? nameIn(target.object) : undefined;
}

function isRebound(
  name: string,
  { start, end }: Span,
  alias: Alias,
  nodes: readonly AstNode[],
): boolean {
  return nodes.some(
    (node) =>
      node !== alias.node &&
      start <= node.start &&
      node.end <= end &&
      targetsOf(node).some((target) => target.kind === 'name' && target.name === name),
  );
}

function targetsOf(node: AstNode): readonly AstNode[] {
  if (node.kind === 'assign')
    return nodesIn((node as Extract<Stmt, { kind: 'assign' }>).targets.filter(isPlain));
  return node.kind === 'for' ? nodesIn(node.target) : [];
}

/** A name or several, and no item of an array. */
function isPlain({ kind }: Expr): boolean {
  return kind === 'name' || kind === 'tuple' || kind === 'list';
}

/** Whether the first thing that happens to a name from an offset on is that its value is used. */
function isRead(name: string, from: number, nodes: readonly AstNode[]): boolean {
  const later = nodes.filter(({ start }) => start >= from);
  const given = later.find((node) =>
    targetsOf(node).some((target) => target.kind === 'name' && target.name === name),
  );
  const targets = new Set(later.flatMap(targetsOf));
  return later.some(
    (node) =>
      node.kind === 'name' &&
      node.name === name &&
      !targets.has(node) &&
      node.end <= (given?.end ?? Infinity),
  );
}

function trapAt(
  { node, value, names }: Alias,
  { node: change, name }: Change,
  { source }: Program,
) {
  const other = names.find((own) => own !== name)!;
  const code = textOf(source, node);
  return {
    sentence: say('{other} shows this change too: since {code}, both names stand for one array', {
      other,
      code,
    }),
    span: change,
    related: [{ sentence: say('a second name, not a second array'), span: node }],
    fix: {
      title: say('Make a copy: {code}', { code: `${code}.copy()` }),
      edits: [{ span: { start: value.end, end: value.end }, text: '.copy()' }],
      isPreferred: false,
    },
  };
}

import { say, shapeText } from '../../core';
import type { Expr } from '../syntax/ast';
import { integerIn } from '../syntax/numpy-calls';
import { isWithin } from '../spans';
import { nodesIn } from '../syntax/walk';
import type { Clash } from './clash';
import { creationsOf, sourcesOf, type ArrayAxis, type Creation } from './creation';
import { applied, type Candidate, type Edit } from './fix';
import { replaced, textOf } from './rewrite';

/**
 * Ways to give an array's axis another length where the array was created: another number, another
 * of the program's sizes, or another value of the size that is named there.
 */
export function resized(clash: Clash, of: ArrayAxis, length: number, weight: number): Candidate[] {
  return sourcesOf(of).flatMap((source) =>
    creationsOf(source.array, clash).flatMap((creation) => {
      const expr = creation.lengths[source.axis];
      return expr ? lengthFixes(clash, creation, expr, length, weight) : [];
    }),
  );
}

function lengthFixes(
  clash: Clash,
  { call }: Creation,
  expr: Expr,
  length: number,
  weight: number,
): Candidate[] {
  const instead = (text: string, own: number): Candidate => {
    const edit = replaced(expr, text);
    return {
      title: say('Make it {code}', { code: within(clash.source, call.node, edit) }),
      edits: [edit],
      weight: own,
    };
  };
  if (integerIn(expr) !== undefined) {
    const named = constantsOf(clash).filter(({ value }) => value === length);
    return [instead(String(length), weight), ...named.map(({ name }) => instead(name, weight - 5))];
  }
  if (expr.kind !== 'name') return [];
  const constants = constantsOf(clash);
  const others = constants.filter(({ name, value }) => value === length && name !== expr.name);
  const own = constants.find(({ name }) => name === expr.name);
  const set: Candidate[] = own
    ? [
        {
          title: say('Set {name} = {value}', { name: own.name, value: length }),
          edits: [replaced(own.expr, String(length))],
          weight: weight - 3,
        },
      ]
    : [];
  const params = own ? [] : otherParams(clash, expr);
  return [
    ...others.map(({ name }) => instead(name, weight + 3)),
    ...set,
    ...params.map((name) => instead(name, weight)),
  ];
}

/** A call's text with an edit in it made. */
function within(source: string, node: Expr, { span, text }: Edit): string {
  const inner = { start: span.start - node.start, end: span.end - node.start };
  return applied(textOf(source, node), [{ span: inner, text }]);
}

interface Constant {
  readonly name: string;
  readonly value: number;
  readonly expr: Expr;
}

/** The module's names that are given a whole number, and nothing else ever. */
function constantsOf({ statements, nodes }: Clash): Constant[] {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const targets =
      node.kind === 'assign'
        ? node.targets
        : node.kind === 'update' || node.kind === 'for'
          ? [node.target]
          : [];
    for (const target of nodesIn(targets))
      if (target.kind === 'name') counts.set(target.name, (counts.get(target.name) ?? 0) + 1);
  }
  return statements.flatMap((statement) => {
    if (statement.kind !== 'assign' || !statement.value) return [];
    return pairs(statement.targets, statement.value).flatMap(([target, expr]): Constant[] => {
      const value = integerIn(expr);
      const isOne = target.kind === 'name' && counts.get(target.name) === 1;
      return isOne && value !== undefined ? [{ name: target.name, value, expr }] : [];
    });
  });
}

/** Targets with their values: `N, D = 2, 3` has two. */
function pairs(targets: readonly Expr[], value: Expr): (readonly [Expr, Expr])[] {
  const [target] = targets;
  if (targets.length !== 1 || !target) return [];
  if (
    target.kind === 'tuple' &&
    value.kind === 'tuple' &&
    target.items.length === value.items.length
  )
    return target.items.map((item, i) => [item, value.items[i]!] as const);
  return [[target, value]];
}

/** The other parameters of the function around a name that is one of its parameters. */
function otherParams({ nodes }: Clash, name: Extract<Expr, { kind: 'name' }>): string[] {
  const around = nodes.findLast((node) => node.kind === 'function' && isWithin(name, node));
  const params = around?.kind === 'function' ? around.params.map((param) => param.name) : [];
  if (!params.includes(name.name)) return [];
  return params.filter((param) => param !== name.name && /size|dim|num|^n_|^[a-z]$/i.test(param));
}

/** Ways to create an array with its two axes the other way round. */
export function turned(
  clash: Clash,
  { array }: Pick<ArrayAxis, 'array'>,
  weight: number,
): Candidate[] {
  if (array.shape?.length !== 2) return [];
  const made = array.tape?.op === 'transpose' ? array.tape.operands[0]! : array;
  return creationsOf(made, clash).flatMap(({ call, lengths }): Candidate[] => {
    const [rows, columns] = lengths as [Expr, Expr];
    const edits = [
      replaced(rows, textOf(clash.source, columns)),
      replaced(columns, textOf(clash.source, rows)),
    ];
    const name = made.name ?? textOf(clash.source, call.node);
    const shape = shapeText(made.shape!.toReversed());
    return [{ title: say('Create {name} as {shape}', { name, shape }), edits, weight }];
  });
}

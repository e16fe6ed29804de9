import type { Span } from '../reading';

/** An expression. `bad` is one that could not be read; everything around it still can. */
export type Expr = Span &
  (
    | { readonly kind: 'int'; readonly value: bigint }
    | { readonly kind: 'float'; readonly value: number }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'fstring'; readonly parts: readonly (string | FormatPart)[] }
    | { readonly kind: 'constant'; readonly value: boolean | null }
    | { readonly kind: 'ellipsis' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Expr[] }
    | { readonly kind: 'dict'; readonly entries: readonly DictEntry[] }
    | { readonly kind: 'call'; readonly callee: Expr; readonly args: readonly Argument[] }
    | {
        readonly kind: 'attribute';
        readonly object: Expr;
        readonly name: string;
        readonly nameSpan: Span;
      }
    | { readonly kind: 'subscript'; readonly object: Expr; readonly index: Expr }
    | { readonly kind: 'slice'; readonly bounds: readonly (Expr | undefined)[] }
    | { readonly kind: 'unary'; readonly op: string; readonly operand: Expr }
    | { readonly kind: 'binary'; readonly op: string; readonly left: Expr; readonly right: Expr }
    | {
        readonly kind: 'compare';
        readonly ops: readonly string[];
        readonly operands: readonly Expr[];
      }
    | {
        readonly kind: 'logical';
        readonly op: 'and' | 'or';
        readonly left: Expr;
        readonly right: Expr;
      }
    | {
        readonly kind: 'conditional';
        readonly test: Expr;
        readonly then: Expr;
        readonly otherwise: Expr;
      }
    | { readonly kind: 'lambda'; readonly params: readonly Param[]; readonly body: Expr }
    | {
        readonly kind: 'comprehension';
        readonly makes: 'list' | 'set' | 'dict' | 'generator';
        readonly element: Expr;
        readonly value?: Expr;
        readonly clauses: readonly Clause[];
      }
    | { readonly kind: 'starred'; readonly value: Expr }
    | { readonly kind: 'yield'; readonly value?: Expr; readonly isFrom: boolean }
    | { readonly kind: 'named'; readonly target: Expr; readonly value: Expr }
    | { readonly kind: 'bad' }
  );

/** `{value!r:.2f}` in an f-string. */
export interface FormatPart {
  readonly value: Expr;
  readonly conversion: string;
  /** Its own parts may be replaced too, as in `{x:{width}.2f}`. */
  readonly format: readonly (string | FormatPart)[];
}

/** `key: value`, or `**value` without a key. */
export interface DictEntry {
  readonly key?: Expr;
  readonly value: Expr;
}

/** An argument of a call. */
export interface Argument {
  readonly kind: 'positional' | 'keyword' | 'star' | 'doubleStar';
  readonly name: string;
  readonly value: Expr;
}

/** A parameter of a function. */
export interface Param {
  readonly kind: 'plain' | 'star' | 'doubleStar' | 'keywordOnly';
  readonly name: string;
  readonly span: Span;
  readonly fallback?: Expr;
}

/** `for target in iterable if …` of a comprehension. */
export interface Clause {
  readonly target: Expr;
  readonly iterable: Expr;
  readonly conditions: readonly Expr[];
}

/** A statement. */
export type Stmt = Span &
  (
    | { readonly kind: 'expression'; readonly value: Expr }
    | {
        readonly kind: 'assign';
        readonly targets: readonly Expr[];
        readonly value?: Expr;
        readonly isAnnotated: boolean;
      }
    | { readonly kind: 'update'; readonly target: Expr; readonly op: string; readonly value: Expr }
    | {
        readonly kind: 'if';
        readonly branches: readonly Branch[];
        readonly otherwise: readonly Stmt[];
      }
    | {
        readonly kind: 'for';
        readonly target: Expr;
        readonly iterable: Expr;
        readonly body: readonly Stmt[];
        readonly otherwise: readonly Stmt[];
      }
    | {
        readonly kind: 'while';
        readonly test: Expr;
        readonly body: readonly Stmt[];
        readonly otherwise: readonly Stmt[];
      }
    | FunctionStmt
    | {
        readonly kind: 'class';
        readonly name: string;
        readonly nameSpan: Span;
        readonly bases: readonly Expr[];
        /** What stands beside the bases, such as `metaclass=Meta`. */
        readonly keywords: readonly Argument[];
        readonly body: readonly Stmt[];
        readonly decorators: readonly Expr[];
      }
    | { readonly kind: 'return'; readonly value?: Expr }
    | { readonly kind: 'raise'; readonly value?: Expr; readonly cause?: Expr }
    | { readonly kind: 'pass' | 'break' | 'continue' }
    | {
        readonly kind: 'import';
        readonly module: string;
        readonly names: readonly ImportedName[];
        readonly isFrom: boolean;
      }
    | {
        readonly kind: 'try';
        readonly body: readonly Stmt[];
        readonly handlers: readonly Handler[];
        readonly otherwise: readonly Stmt[];
        readonly cleanup: readonly Stmt[];
      }
    | { readonly kind: 'match'; readonly subject: Expr; readonly cases: readonly MatchCase[] }
    | { readonly kind: 'with'; readonly items: readonly WithItem[]; readonly body: readonly Stmt[] }
    | { readonly kind: 'assert'; readonly test: Expr; readonly message?: Expr }
    | { readonly kind: 'scope'; readonly isGlobal: boolean; readonly names: readonly string[] }
    | { readonly kind: 'delete'; readonly targets: readonly Expr[] }
    | { readonly kind: 'bad'; readonly targets: readonly Expr[] }
  );

/** `def`: kept whole by the function value that it makes. */
export type FunctionStmt = Span & {
  readonly kind: 'function';
  readonly name: string;
  readonly nameSpan: Span;
  readonly params: readonly Param[];
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
  /** Whether it yields. */
  readonly isGenerator: boolean;
};

/** `if test: body` or `elif test: body`. */
export interface Branch {
  readonly test: Expr;
  readonly body: readonly Stmt[];
}

/** `name as alias`; for a plain import, `name` is the whole dotted path. */
export interface ImportedName {
  readonly name: string;
  readonly alias: string;
}

/** `except types as name: body`. */
export interface Handler {
  readonly types?: Expr;
  readonly name: string;
  readonly body: readonly Stmt[];
}

/** `with value as target`. */
export interface WithItem {
  readonly value: Expr;
  readonly target?: Expr;
}

/** `case pattern if guard: body`. */
export interface MatchCase {
  readonly pattern: Pattern;
  readonly guard?: Expr;
  readonly body: readonly Stmt[];
}

/** What a value of `match` may look like. */
export type Pattern =
  | { readonly kind: 'value'; readonly value: Expr }
  /** A name that takes whatever it is; none for `_`. */
  | { readonly kind: 'capture'; readonly target?: Expr }
  | { readonly kind: 'star'; readonly target?: Expr }
  | { readonly kind: 'as'; readonly pattern: Pattern; readonly target: Expr }
  | { readonly kind: 'or'; readonly patterns: readonly Pattern[] }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | {
      readonly kind: 'mapping';
      readonly entries: readonly { readonly key: Expr; readonly value: Pattern }[];
      readonly rest?: Expr;
    }
  | {
      readonly kind: 'class';
      readonly cls: Expr;
      readonly items: readonly Pattern[];
      readonly named: readonly { readonly name: string; readonly value: Pattern }[];
    }
  | { readonly kind: 'bad' };

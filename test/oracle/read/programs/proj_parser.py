"""A tokenizer, a recursive-descent parser and an evaluator with derivatives."""
import numpy as np
class Token:
    def __init__(self, kind, text): self.kind, self.text = kind, text
    def __repr__(self): return f"{self.kind}:{self.text}"
def tokenize(source):
    i = 0
    while i < len(source):
        c = source[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            start = i
            while i < len(source) and (source[i].isdigit() or source[i] == "."): i += 1
            yield Token("num", source[start:i])
        elif c.isalpha():
            start = i
            while i < len(source) and source[i].isalnum(): i += 1
            yield Token("name", source[start:i])
        elif c in "+-*/^()":
            yield Token("op", c)
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
    yield Token("end", "")
class Parser:
    LEVELS = [("+", "-"), ("*", "/")]
    def __init__(self, source):
        self.tokens = tokenize(source)
        self.current = next(self.tokens)
    def advance(self):
        token, self.current = self.current, next(self.tokens, None)
        return token
    def binary(self, level=0):
        if level == len(self.LEVELS): return self.power()
        left = self.binary(level + 1)
        while self.current.text in self.LEVELS[level] and self.current.kind == "op":
            op = self.advance().text
            left = (op, left, self.binary(level + 1))
        return left
    def power(self):
        base = self.atom()
        if self.current.text == "^":
            self.advance()
            return ("^", base, self.power())
        return base
    def atom(self):
        token = self.advance()
        if token.kind == "num": return float(token.text)
        if token.kind == "name": return token.text
        if token.text == "-": return ("*", -1.0, self.power())
        if token.text == "(":
            inner = self.binary()
            if self.advance().text != ")": raise SyntaxError("missing )")
            return inner
        raise SyntaxError(f"unexpected {token}")
OPS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "^": lambda a, b: a ** b}
def evaluate(tree, **names):
    if isinstance(tree, float): return tree
    if isinstance(tree, str): return names[tree]
    op, *operands = tree
    return OPS[op](*(evaluate(o, **names) for o in operands))
def derive(tree, x):
    if isinstance(tree, float): return 0.0
    if isinstance(tree, str): return 1.0 if tree == x else 0.0
    op, a, b = tree
    if op in "+-": return (op, derive(a, x), derive(b, x))
    if op == "*": return ("+", ("*", derive(a, x), b), ("*", a, derive(b, x)))
    if op == "^": return ("*", ("*", b, ("^", a, b - 1)), derive(a, x))
    raise NotImplementedError(op)
tree = Parser("3*x^2 + 2*(x - 1) - 4/2").binary()
print(tree, evaluate(tree, x=2.0), list(tokenize("a+1")))
x = np.array([0.0, 1.0, 2.0])
y = evaluate(tree, x=x)
slope = evaluate(derive(Parser("3*x^2 + 2*x").binary(), "x"), x=x)
print(y, slope, slope == 6 * x + 2)
for bad in ("1 + $", "(1", "*"):
    try:
        Parser(bad).binary()
    except SyntaxError as e:
        print(type(e).__name__, e)

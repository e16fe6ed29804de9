"""Instruments a program: whatever it gives a name to is told of, and its calls can be watched."""
import ast

# These look at the frame that calls them.
FRAME_CALLS = {"super", "locals", "globals", "vars", "__bound__", "__attribute__", "__named__", "__parameter__"}


def instrumented(source, name):
    """The program's code, calling `__bound__(place, name, value)` and the like from its globals."""
    tree = Tracer(source).visit(ast.parse(source))
    return compile(ast.fix_missing_locations(tree), name, "exec")


def is_plain(node):
    """Whether looking at an expression twice does no harm."""
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and is_plain(node.value))


def load(node):
    """The expression of a target, to be looked at."""
    return ast.parse(ast.unparse(node), mode="eval").body


def call(function, *arguments):
    return ast.Call(ast.Name(function, ast.Load()), list(arguments), [])


class Tracer(ast.NodeTransformer):
    def __init__(self, source):
        self.lines = source.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line.encode("utf-16-le")) // 2)

    def place(self, node):
        """Where a node begins, in UTF-16 units."""
        before = self.lines[node.lineno - 1].encode()[: node.col_offset].decode()
        return ast.Constant(self.starts[node.lineno - 1] + len(before.encode("utf-16-le")) // 2)

    def told(self, target):
        """Calls that tell the value of each name in a target; where it is one of several, not of their items."""
        if isinstance(target, (ast.Tuple, ast.List)):
            return [each for item in target.elts if not isinstance(item, ast.Subscript) for each in self.told(item)]
        if isinstance(target, ast.Starred):
            return self.told(target.value)
        if isinstance(target, ast.Subscript):
            return self.told_item(target.value) if is_plain(target.value) else []
        if isinstance(target, ast.Attribute) and not is_plain(target.value):
            return []
        # `x.shape = …` gives x another look at itself.
        if isinstance(target, ast.Attribute) and target.attr == "shape":
            return self.told(target.value)
        name = ast.Constant(target.id if isinstance(target, ast.Name) else target.attr)
        if isinstance(target, ast.Attribute):
            return [call("__attribute__", self.place(target), name, load(target.value))]
        return [call("__bound__", self.place(target), name, load(target))]

    def told_item(self, owner):
        """Of `x[i] = …`: what x is then, unless looking at it runs something."""
        if isinstance(owner, ast.Attribute):
            return [call("__attribute__", self.place(owner), ast.Constant(""), load(owner.value), ast.Constant(owner.attr))]
        return [call("__bound__", self.place(owner), ast.Constant(""), load(owner))]

    def after(self, node, targets):
        node = self.generic_visit(node)
        return [node, *(ast.Expr(each) for target in targets for each in self.told(target))]

    def visit_Assign(self, node):
        return self.after(node, node.targets)

    def visit_AugAssign(self, node):
        return self.after(node, [node.target])

    def visit_AnnAssign(self, node):
        return self.after(node, [node.target] if node.value else [])

    def headed(self, node, calls):
        """A block that begins with calls, after its docstring."""
        node = self.generic_visit(node)
        at = 1 if isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant) else 0
        node.body[at:at] = [ast.Expr(each) for each in calls]
        return node

    def visit_For(self, node):
        return self.headed(node, self.told(node.target))

    def visit_With(self, node):
        return self.headed(node, [each for item in node.items if item.optional_vars for each in self.told(item.optional_vars)])

    def parameters(self, arguments):
        # A list that is handed over is not taken for an array.
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        return [
            call("__parameter__", self.place(each), ast.Constant(each.arg), ast.Name(each.arg, ast.Load()))
            for each in every
            if each
        ]

    def visit_FunctionDef(self, node):
        decorators, node.decorator_list = node.decorator_list, []
        node = self.headed(node, self.parameters(node.args))
        node.decorator_list = decorators
        return node

    def visit_Lambda(self, node):
        node = self.generic_visit(node)
        node.body = ast.BoolOp(ast.And(), [*self.parameters(node.args), node.body]) if self.parameters(node.args) else node.body
        return node

    def visit_comprehension(self, node):
        node = self.generic_visit(node)
        node.ifs[0:0] = self.told(node.target)
        return node

    def visit_match_case(self, node):
        node = self.generic_visit(node)
        captured = [each for each in ast.walk(node.pattern) if isinstance(each, (ast.MatchAs, ast.MatchStar)) and each.name]
        for each in captured:
            if isinstance(each, ast.MatchStar):
                each.col_offset += 1
            if not getattr(each, "pattern", None):
                told = call("__bound__", self.place(each), ast.Constant(each.name), ast.Name(each.name, ast.Load()))
                node.body.insert(0, ast.Expr(told))
        return node

    def visit_NamedExpr(self, node):
        place = self.place(node.target)
        node = self.generic_visit(node)
        return call("__named__", place, ast.Constant(node.target.id), node)

    def visit_Call(self, node):
        node = self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in FRAME_CALLS:
            return node
        return ast.Call(ast.Name("__call__", ast.Load()), [node.func, *node.args], node.keywords)

    def visit_BinOp(self, node):
        node = self.generic_visit(node)
        if isinstance(node.op, ast.MatMult):
            return call("__matmul__", node.left, node.right)
        return call("__power__", node.left, node.right) if isinstance(node.op, ast.Pow) else node

/**
 * What stands around a program in Python, in Python: it runs one program and leaves the interpreter
 * as it was, or says that it may not have.
 *
 * A program that keeps to a plain part of the language cannot leave anything behind but the state
 * of `random` and `decimal`, which is set anew before each: no names of the interpreter, no imports
 * but of a few modules, no way from these to other modules or to what they keep, no stores into what
 * it did not make, no frames. Any other program runs in the same way, and its process is ended.
 */
export const PYTHON_SOURCE: string = `
import ast, decimal, importlib, io, json, random, sys

PLAIN_MODULES = frozenset('''
    __future__ abc bisect cmath collections copy dataclasses datetime decimal enum fractions
    functools heapq itertools json math numbers operator random re statistics string textwrap
    typing
'''.split())
REFUSED_NAMES = frozenset('''
    breakpoint classmethod compile delattr dir eval exec exit getattr globals help input locals
    memoryview open quit setattr super type vars
'''.split())
REFUSED_MEMBERS = set('''
    BasicContext DefaultContext ExtendedContext ForwardRef attrgetter evaluate_forward_ref
    get_type_hints getcontext global_enum localcontext make_dataclass methodcaller pickle purge
    register setcontext update_wrapper
'''.split())
# They change what they are given: no harm to what stands below them, as decorators.
DECORATORS = frozenset('''
    dataclass final no_type_check override runtime_checkable singledispatch total_ordering wraps
'''.split())
# What leads to frames.
FRAMES = ('ag_', 'co_', 'cr_', 'f_', 'gi_', 'tb_')


def refuse_inner_parts():
    '''What plain modules and their classes keep for themselves, and other modules that they name.'''
    kept = (list, dict, set, bytearray)
    for name in PLAIN_MODULES:
        module = importlib.import_module(name)
        for member, value in vars(module).items():
            if isinstance(value, type(sys)):
                if value.__name__ not in PLAIN_MODULES:
                    REFUSED_MEMBERS.add(member)
            elif isinstance(value, kept):
                REFUSED_MEMBERS.add(member)
            elif isinstance(value, type):
                REFUSED_MEMBERS.update(m for m, v in vars(value).items() if isinstance(v, kept))


refuse_inner_parts()


def is_plain_name(name):
    return not (name.startswith('_') or name.startswith(FRAMES) or name in REFUSED_MEMBERS)


def is_plain(tree):
    decorating = set()
    for node in ast.walk(tree):
        for decorator in getattr(node, 'decorator_list', ()):
            decorating.update(id(part) for part in ast.walk(decorator))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            if any(alias.name not in PLAIN_MODULES for alias in node.names):
                return False
        elif isinstance(node, ast.ImportFrom):
            if node.level or node.module not in PLAIN_MODULES:
                return False
            for alias in node.names:
                if not is_plain_name(alias.name) or alias.name == '*':
                    return False
                if alias.name in DECORATORS and alias.asname not in (None, alias.name):
                    return False
        elif isinstance(node, ast.Name):
            if node.id in REFUSED_NAMES or node.id.startswith('__') and node.id != '__name__':
                return False
            if node.id in DECORATORS and id(node) not in decorating:
                return False
        elif isinstance(node, ast.Attribute):
            if not is_plain_name(node.attr):
                return False
            if node.attr in DECORATORS and id(node) not in decorating:
                return False
            if not isinstance(node.ctx, ast.Load):
                if not (isinstance(node.value, ast.Name) and node.value.id == 'self'):
                    return False
        elif isinstance(node, ast.MatchClass):
            if not all(map(is_plain_name, node.kwd_attrs)):
                return False
        elif isinstance(node, (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)):
            return False
    return True


class Printed(io.TextIOBase):
    def __init__(self, most):
        self.most, self.length, self.parts = most, 0, []

    def writable(self):
        return True

    def write(self, text):
        if self.length < self.most:
            self.parts.append(text[:self.most - self.length])
        self.length += len(text)
        return len(text)


def function_of(scope, tree):
    func = scope.get('func')
    if callable(func):
        return func
    made = [n.name for n in tree.body if isinstance(n, ast.FunctionDef)]
    if len(made) != 1:
        raise LookupError(f'it defines {len(made)} functions at its top, must define func')
    return scope[made[0]]


def takes_two(func):
    code = getattr(func, '__code__', None)
    return code is not None and (code.co_argcount >= 2 or bool(code.co_flags & 4))


def run(source, metadata, camera, most):
    printed = Printed(most)
    plain = False
    try:
        tree = ast.parse(source, 'program')
        plain = is_plain(tree)
        random.seed(0)
        decimal.setcontext(decimal.Context(prec=28))
        scope = {'__name__': 'program', '__builtins__': dict(vars(__import__('builtins')))}
        sys.stdout = sys.stderr = printed
        try:
            exec(compile(tree, 'program', 'exec'), scope)
            func = function_of(scope, tree)
            given = [json.loads(metadata)]
            if takes_two(func):
                given.append(json.loads(camera))
            answer = func(*given)
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
        try:
            text = json.dumps(answer, allow_nan=False)
        except (TypeError, ValueError):
            raise LookupError(f'it returned {type(answer).__name__}, must return a value of JSON')
        if len(text) > most:
            return json.dumps({'long': True, 'plain': plain})
        return json.dumps({'answer': answer, 'printed': ''.join(printed.parts), 'plain': plain})
    except BaseException as error:
        kind = type(error).__name__
        reason = str(error) if type(error) is LookupError \\
            else f'{kind}: {error}'[:2000]
        bound = {'MemoryError': 'memory', 'RecursionError': 'stack'}.get(kind)
        return json.dumps({'error': reason, 'bound': bound, 'plain': plain,
                           'printed': ''.join(printed.parts)})
`;

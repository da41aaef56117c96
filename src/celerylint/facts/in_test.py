"""What belongs to a test, by the path of the file or by the function it is written in."""

from __future__ import annotations

import ast

from celerylint.core.regex import regex
from celerylint.facts.module import Module
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import callee, last_name

_FILE = regex(r"(^|/)(tests?/([^/]+/){0,2}[^/]+|test_[^/]*|[^/]*_test|conftest)\.py$")
_TEST_LIBRARIES = frozenset({"pytest", "unittest"})
_SET_UP = frozenset({"setUp", "setUpClass", "setUpTestData", "tearDown", "asyncSetUp"})


def is_test_path(module: Module) -> bool:
    """Whether the path of the file says that it holds tests."""
    return _FILE.search(module.source.path.replace("\\", "/")) is not None


def is_in_test(module: Module, node: ast.AST) -> bool:
    """Whether a node is written in a test, or in what sets one up."""
    if is_test_path(module):
        return True
    around = [above for above in module.index.ancestors(node) if isinstance(above, FUNCTIONS)]
    if not around:
        return False
    outermost = around[-1]
    decorators = [callee(each) for each in outermost.decorator_list]
    if outermost.name in _SET_UP or any(last_name(decorator) == "fixture" for decorator in decorators):
        return module.imports(_TEST_LIBRARIES | {"django"})
    if not outermost.name.startswith("test"):
        return False
    owner = module.index.parents[outermost]
    is_case = isinstance(owner, ast.ClassDef) and any(last_name(base).endswith("TestCase") for base in owner.bases)
    return is_case or module.imports(_TEST_LIBRARIES) or bool(module.index.own(outermost, ast.Assert))

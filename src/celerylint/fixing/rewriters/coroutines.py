"""Coroutines: run to their end where nothing else does, awaited where a loop runs already."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import AwaitArgument, RunCoroutine, RunWith
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.calls import awaited, refuse_await
from celerylint.fixing.rewriters.layout import keyword
from celerylint.fixing.rewriters.needs import check_free, imported
from celerylint.fixing.rewriters.values import in_parentheses


def run_coroutine(file: Anchors, rewrite: RunCoroutine) -> Iterable[Change]:
    """`async def load(x): ...` -> `def load(x): return run(_load(x))`, and below it `async def _load(x): ...`."""
    function = file.starting(rewrite.function, cst.FunctionDef)
    name, owner = function.name.value, _owner(file, function)
    inner = f"_{name.lstrip('_')}"
    check_free(file, inner)
    if any(each.attr.value == inner for each in file.all(cst.Attribute)):
        raise UnfitError(f"the file has another `{inner}`")
    if len(function.decorators) > 1:
        raise UnfitError("another decorator stands at the function")
    if any(isinstance(call.func, cst.Name) and call.func.value == name for call in file.all(cst.Call)):
        raise UnfitError(f"the file calls `{name}` itself")
    if function.type_parameters or file.is_named_in(function, "super"):
        raise UnfitError("the function is more than a plain one")
    runner = rewrite.runner
    changes: list[Change] = []
    if not runner:
        (run,), changes = imported(file, "asyncio.run")
        runner = file.module.code_for_node(run)
    called = inner
    arguments = _handed_on(function.params)
    if owner is not None:
        receiver, *arguments = arguments
        called = f"{file.module.code_for_node(receiver.value)}.{inner}"
    coroutine = cst.Call(cst.parse_expression(called), arguments)
    body = cst.SimpleStatementLine([cst.Return(cst.Call(cst.parse_expression(runner), [cst.Arg(coroutine)]))])
    about, rest = _without_docstring(function.body)
    indent = function.body.indent if isinstance(function.body, cst.IndentedBlock) else None
    plain = function.with_changes(asynchronous=None, body=cst.IndentedBlock([*about, body], indent=indent))
    below = function.with_changes(
        name=function.name.with_changes(value=inner),
        body=rest,
        decorators=[],
        leading_lines=[cst.EmptyLine(indent=False)] * (2 if function in file.module.body else 1),
        lines_after_decorators=[],
    )
    yield from changes
    yield function, [plain, below]


def _without_docstring(body: cst.BaseSuite) -> tuple[list[cst.SimpleStatementLine], cst.BaseSuite]:
    """The docstring of a function, which stays with the task, and the body without it."""
    first = body.body[0]
    if len(body.body) > 1 and isinstance(first, cst.SimpleStatementLine) and len(first.body) == 1:
        text = first.body[0]
        if isinstance(text, cst.Expr) and isinstance(text.value, (cst.SimpleString, cst.ConcatenatedString)):
            second = body.body[1]
            lines = list(second.leading_lines)  # type: ignore[union-attr]
            while lines and not lines[0].comment:
                del lines[0]
            return [first], body.with_changes(body=[second.with_changes(leading_lines=lines), *body.body[2:]])
    return [], body


def _owner(file: Anchors, function: cst.FunctionDef) -> cst.ClassDef | None:
    """The class that a function is a method of."""
    return next((owner for owner in file.all(cst.ClassDef) if function in owner.body.body), None)


def _handed_on(params: cst.Parameters) -> list[cst.Arg]:
    """The parameters of a function as the arguments of another of the same."""
    args = [cst.Arg(cst.Name(each.name.value)) for each in (*params.posonly_params, *params.params)]
    if isinstance(params.star_arg, cst.Param):
        args.append(cst.Arg(cst.Name(params.star_arg.name.value), star="*"))
    for each in params.kwonly_params:
        args.append(keyword(each.name.value, cst.Name(each.name.value)))
    if params.star_kwarg:
        args.append(cst.Arg(cst.Name(params.star_kwarg.name.value), star="**"))
    return args


def run_with(file: Anchors, rewrite: RunWith) -> Iterable[Change]:
    """`asyncio.run(load())` -> `run_async(load())`."""
    call = file.at(rewrite.call, cst.Call)
    _only_argument(call)
    yield call.func, cst.parse_expression(rewrite.runner)


def await_argument(file: Anchors, rewrite: AwaitArgument) -> Iterable[Change]:
    """`asyncio.run(load())` -> `await load()`; `async_to_sync(load)(1)` -> `await load(1)`."""
    call = file.at(rewrite.call, cst.Call)
    refuse_await(file, rewrite.call)
    coroutine: cst.BaseExpression
    if isinstance(call.func, cst.Call):
        coroutine = call.with_changes(func=_only_argument(call.func), lpar=[], rpar=[])
    else:
        coroutine = _only_argument(call)
    yield call, awaited(file, call, in_parentheses(coroutine))


def _only_argument(call: cst.Call) -> cst.BaseExpression:
    """The one argument of a call, which goes over into its place. Raises UnfitError."""
    if len(call.args) != 1 or call.args[0].star or call.args[0].keyword:
        raise UnfitError("the call is given more than the coroutine")
    (arg,) = call.args
    blanks = (call.whitespace_before_args, arg.whitespace_after_arg, getattr(arg.comma, "whitespace_after", None))
    if any(isinstance(blank, cst.ParenthesizedWhitespace) and _comments(blank) for blank in blanks):
        raise UnfitError("a comment stands in the call")
    return arg.value


def _comments(blank: cst.ParenthesizedWhitespace) -> bool:
    return blank.first_line.comment is not None or any(line.comment for line in blank.empty_lines)

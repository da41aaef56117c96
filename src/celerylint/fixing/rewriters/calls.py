"""Calls: another method, `await` before them, something else where they give nothing."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import AwaitCall, CallMethod, GetFromSession, OrEmpty, SignTask, TakeSeconds
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.blocks import covers
from celerylint.fixing.rewriters.layout import comma, has_comment, keyword, like


def call_method(file: Anchors, rewrite: CallMethod) -> Iterable[Change]:
    """`charge.delay(1)` -> `charge.s(1)`."""
    for span in rewrite.calls:
        function = file.at(span, cst.Call).func
        if not isinstance(function, cst.Attribute):
            raise UnfitError("the method is called by another name")
        yield function.attr, function.attr.with_changes(value=rewrite.method)


def sign_task(file: Anchors, rewrite: SignTask) -> Iterable[Change]:
    """`charge(1)` -> `charge.s(1)`, `charge` -> `charge.s()`."""
    task = file.expression(rewrite.task)
    if isinstance(task, cst.Call):
        yield task.func, cst.Attribute(value=task.func, attr=cst.Name("s"))
    else:
        yield task, cst.Call(func=cst.Attribute(value=task, attr=cst.Name("s")))


def await_call(file: Anchors, rewrite: AwaitCall) -> Iterable[Change]:
    """`session.commit()` -> `await session.commit()`, in parentheses where something reads it."""
    call = file.at(rewrite.call, cst.Call)
    refuse_await(file, rewrite.call)
    yield call, awaited(file, call, call.with_changes(lpar=[], rpar=[]))


def awaited(file: Anchors, call: cst.Call, expression: cst.BaseExpression) -> cst.Await:
    """`await` of an expression in the place of a call, in parentheses where something reads what the call gives."""
    is_read = any(node.value is call for node in file.all(cst.Attribute))
    is_read = is_read or any(node.value is call for node in file.all(cst.Subscript))
    is_read = is_read or any(node.func is call for node in file.all(cst.Call))
    left, right = call.lpar, call.rpar
    if is_read and not left:
        left, right = [cst.LeftParen()], [cst.RightParen()]
    return cst.Await(expression=expression, lpar=left, rpar=right)


def refuse_await(file: Anchors, span: Span) -> None:
    """Raise UnfitError for a call that a lambda makes, which cannot await, or a generator expression, which `await`
    would make an asynchronous one."""
    if any(covers(file.span(each.body), span) for each in file.all(cst.Lambda)):
        raise UnfitError("a lambda cannot await")
    if any(_is_made_by(file, generator, span) for generator in file.all(cst.GeneratorExp)):
        raise UnfitError("`await` would make the generator around it asynchronous")


def _is_made_by(file: Anchors, generator: cst.GeneratorExp, span: Span) -> bool:
    """Whether a generator computes what stands at a place: all that it holds but what it first loops over."""
    return covers(file.span(generator), span) and not covers(file.span(generator.for_in.iter), span)


def or_empty(file: Anchors, rewrite: OrEmpty) -> Iterable[Change]:
    """`inspector.active().items()` -> `(inspector.active() or {}).items()`."""
    call = file.at(rewrite.call, cst.Call)
    left, right = call.lpar, call.rpar
    if not left and not _is_alone(file, call):
        left, right = [cst.LeftParen()], [cst.RightParen()]
    bare = call.with_changes(lpar=[], rpar=[])
    yield call, cst.BooleanOperation(left=bare, operator=cst.Or(), right=cst.Dict([]), lpar=left, rpar=right)


def _is_alone(file: Anchors, node: cst.CSTNode) -> bool:
    """Whether an expression stands where any other may stand without parentheses."""
    values = [each.value for each in file.all(cst.Assign)] + [each.value for each in file.all(cst.Arg)]
    return any(each is node for each in [*values, *(loop.iter for loop in file.all(cst.For))])


def take_seconds(file: Anchors, rewrite: TakeSeconds) -> Iterable[Change]:
    """`timedelta(minutes=5)` -> `timedelta(minutes=5).total_seconds()`."""
    value = file.expression(rewrite.value)
    whole = value
    if isinstance(value, (cst.BinaryOperation, cst.UnaryOperation)) and not value.lpar:
        whole = value.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield value, cst.Call(func=cst.Attribute(value=whole, attr=cst.Name("total_seconds")))


def get_from_session(file: Anchors, rewrite: GetFromSession) -> Iterable[Change]:
    """`session.query(Order).get(7)` -> `session.get(Order, 7)`; the query's options go with it."""
    call = file.at(rewrite.call, cst.Call)
    get = cst.ensure_type(call.func, cst.Attribute)
    options = _called(get.value, "options")
    query = _called(options.func.value if options else get.value, "query")  # type: ignore[attr-defined]
    if query is None or len(query.args) != 1 or query.args[0].star:
        raise UnfitError("the query is not that of one class")
    if not call.args:
        raise UnfitError("the call is given no key")
    model = query.args[0]
    if any(map(has_comment, (query.whitespace_before_args, model.whitespace_after_arg, model.comma))):
        raise UnfitError("a comment stands between the arguments")
    between = like(call.whitespace_before_args)
    model = model.with_changes(comma=comma(between), whitespace_after_arg=cst.SimpleWhitespace(""))
    function = query.func.with_changes(attr=get.attr, lpar=get.lpar, rpar=get.rpar)
    args = [model, *call.args]
    if options:
        last = args[-1]
        args[-1] = last.with_changes(comma=comma(between), whitespace_after_arg=cst.SimpleWhitespace(""))
        given = keyword("options", _listed(options))
        args.append(given.with_changes(comma=last.comma, whitespace_after_arg=last.whitespace_after_arg))
    yield call, call.with_changes(func=function, args=args)


def _called(node: cst.BaseExpression, method: str) -> cst.Call | None:
    """An expression, if it is a call of that method."""
    function = node.func if isinstance(node, cst.Call) else None
    is_so = isinstance(function, cst.Attribute) and function.attr.value == method
    return cst.ensure_type(node, cst.Call) if is_so else None


def _listed(call: cst.Call) -> cst.List:
    """What a call is given, in a list. Raises UnfitError if comments stand there."""
    blanks = [call.whitespace_before_args, *(arg.whitespace_after_arg for arg in call.args)]
    if any(map(has_comment, [*blanks, *(arg.comma for arg in call.args)])):
        raise UnfitError("a comment stands between the arguments")
    return cst.List(
        [cst.StarredElement(arg.value) if arg.star else cst.Element(arg.value) for arg in call.args],
    )

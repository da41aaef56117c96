"""What makes the changes that each intention means: one function an intention."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from celerylint.core import rewrite as intentions
from celerylint.core.rewrite import Rewrite
from celerylint.fixing.anchors import Anchors, Change
from celerylint.fixing.rewriters import (
    arguments,
    calls,
    closings,
    coroutines,
    decorators,
    handlers,
    imports,
    literals,
    logs,
    options,
    parameters,
    queries,
    renewed,
    replacements,
    savepoints,
    statements,
    values,
)

Rewriter = Callable[[Anchors, Any], Iterable[Change]]

REWRITERS: dict[type[Rewrite], Rewriter] = {
    intentions.RaiseCall: statements.raise_call,
    intentions.ReturnCall: statements.return_call,
    intentions.BindTask: parameters.bind_task,
    intentions.TakeSelf: parameters.take_self,
    intentions.TakeKeywords: parameters.take_keywords,
    intentions.AddArguments: arguments.add_arguments,
    intentions.NameArguments: arguments.name_arguments,
    intentions.DropArgument: arguments.drop_argument,
    intentions.RenameKey: literals.rename_key,
    intentions.CallMethod: calls.call_method,
    intentions.SignTask: calls.sign_task,
    intentions.AwaitCall: calls.await_call,
    intentions.OrEmpty: calls.or_empty,
    intentions.TakeSeconds: calls.take_seconds,
    intentions.GetFromSession: calls.get_from_session,
    intentions.MoveOptions: options.move_options,
    intentions.ShareTask: imports.share_task,
    intentions.PassLogValues: logs.pass_log_values,
    intentions.ReraiseFirst: handlers.reraise_first,
    intentions.RaiseAtEnd: handlers.raise_at_end,
    intentions.CallFirst: handlers.call_first,
    intentions.OpenInWith: closings.open_in_with,
    intentions.CallInFinally: closings.call_in_finally,
    intentions.GuardCall: closings.guard_call,
    intentions.SavepointPerItem: savepoints.savepoint_per_item,
    intentions.TakeBefore: savepoints.take_before,
    intentions.RunCall: replacements.run_call,
    intentions.CallInstead: replacements.call_instead,
    intentions.UseNullPool: replacements.use_null_pool,
    intentions.MakeTuple: values.make_tuple,
    intentions.SetValue: values.set_value,
    intentions.WrapValue: values.wrap_value,
    intentions.TakeAttribute: values.take_attribute,
    intentions.Compare: values.compare,
    intentions.DeferCall: values.defer_call,
    intentions.CloneChain: values.clone_chain,
    intentions.GiveZone: values.give_zone,
    intentions.CallOnCommit: queries.call_on_commit,
    intentions.LoadEagerly: queries.load_eagerly,
    intentions.SpareException: decorators.spare_exception,
    intentions.PutTaskAbove: decorators.put_task_above,
    intentions.RunCoroutine: coroutines.run_coroutine,
    intentions.RunWith: coroutines.run_with,
    intentions.AwaitArgument: coroutines.await_argument,
    intentions.CatchInstead: renewed.catch_instead,
    intentions.ImportFrom: renewed.import_from,
}


def changes_for(file: Anchors, rewrite: Rewrite) -> Iterable[Change]:
    """The changes that a rewrite means. Raises UnfitError where they cannot be made."""
    return REWRITERS[type(rewrite)](file, rewrite)

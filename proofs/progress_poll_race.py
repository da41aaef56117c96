"""If the task ends between the two reads, `info` is what it returned; an `info` that is kept stays what it was."""

from typing import Any

from proofs import lab

app = lab.memory_app()
ID = "a-task-under-way"


def begin() -> Any:
    result = app.AsyncResult(ID)
    result.forget()
    app.backend.store_result(ID, {"current": 1, "total": 2}, "PROGRESS")
    return result


def end(value: object) -> None:
    app.backend.store_result(ID, value, "SUCCESS")


def poll(value: object) -> int | None:
    result = begin()
    if result.state == "PROGRESS":
        end(value)
        current: int = result.info["current"]
        return current
    return None


def poll_once(value: object) -> int | None:
    result = begin()
    info = result.info
    if result.state == "PROGRESS":
        end(value)
        return info["current"] if isinstance(info, dict) else None
    return None


def poll_until_failure() -> int | None:
    result = begin()
    if result.state != "FAILURE":
        app.backend.mark_as_failure(ID, ValueError("no such export"))
        current: int = result.info.get("current", 0)
        return current
    return None


def prove() -> None:
    lab.claim("hazard: the result has no such key", lab.raised_by(poll, {"status": "completed"}), "KeyError")
    lab.claim("hazard: the result is no dict", lab.raised_by(poll, 17), "TypeError")
    lab.claim("hazard: not failed yet", lab.raised_by(poll_until_failure), "AttributeError")
    lab.claim("mended: one info", [poll_once({"status": "completed"}), poll_once(17)], [1, 1])


if __name__ == "__main__":
    lab.main(prove)

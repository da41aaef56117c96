"""A rate limit with a unit other than s, m or h ends the worker as it starts, wherever it is set, with a KeyError."""

from proofs import lab

by_option = lab.file_app("proofs.invalid_rate_limit")
by_setting = lab.file_app("proofs.invalid_rate_limit")
mended = lab.file_app("proofs.invalid_rate_limit")


# shared=False keeps a task from the other two apps: else the first one would end their workers as well


@by_option.task(shared=False, rate_limit="125/d")
def sync_by_option() -> None:
    """Never runs."""


@by_setting.task(shared=False)
def sync_by_setting() -> None:
    """Never runs."""


by_setting.conf.task_annotations = {"*": {"rate_limit": "125/d"}}


@mended.task(shared=False, rate_limit="125/h")
def sync_mended() -> str:
    return "synchronised"


def end_of_worker(app_name: str) -> tuple[int, bool]:
    """The exit status of a worker that ends by itself, and whether it logged the KeyError."""
    lab.LOG.write_text("")
    with lab.worker_process(f"proofs.invalid_rate_limit:{app_name}") as worker:
        return worker.wait(lab.WAIT_LIMIT), lab.is_logged("KeyError: 'd'")


def prove() -> None:
    lab.claim("hazard: '125/d' as an option: exit status, KeyError", end_of_worker("by_option"), (1, True))
    lab.claim("hazard: '125/d' as a setting: exit status, KeyError", end_of_worker("by_setting"), (1, True))
    result = sync_mended.delay()
    with lab.worker_process("proofs.invalid_rate_limit:mended") as worker:
        lab.claim("mended: '125/h': the task ends in", lab.outcome(result), ("SUCCESS", "synchronised"))
        lab.claim("mended: exit status so far", worker.poll(), None)


if __name__ == "__main__":
    lab.main(prove)

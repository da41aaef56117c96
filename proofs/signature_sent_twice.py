"""A signature that is sent by `apply_async` and by `delay` runs twice."""

from celery import group

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


@app.task
def build(name: str) -> None:
    runs.append(name)


def prove() -> None:
    with lab.worker_thread(app):
        both = group(build.s("a"), build.s("b"))
        lab.wait_until(both.apply_async().ready)
        lab.wait_until(both.delay().ready)
        lab.claim("hazard: runs of a group", sorted(runs), ["a", "a", "b", "b"])
        runs.clear()
        one = build.s("c")
        lab.wait_until(one.apply_async().ready)
        lab.wait_until(one.delay().ready)
        lab.claim("hazard: runs of a task", runs, ["c", "c"])
        runs.clear()
        lab.wait_until(build.s("d").apply_async().ready)
        lab.claim("mended: one call", runs, ["d"])


if __name__ == "__main__":
    lab.main(prove)

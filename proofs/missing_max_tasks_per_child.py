"""A process of a worker runs all its tasks, and is replaced after so many where the setting says how many."""

import os

from proofs import lab

app = lab.file_app("proofs.missing_max_tasks_per_child")
app.conf.worker_max_tasks_per_child = int(os.environ.get("PROOF_LIMIT", "0")) or None
kept: list[int] = []


@app.task
def leave_something(number: int) -> int:
    kept.append(number)
    return len(kept)


def left_behind(limit: str) -> list[int]:
    """What the tasks of one process find of those before them."""
    os.environ["PROOF_LIMIT"] = limit
    results = [leave_something.delay(number) for number in range(3)]
    with lab.worker_process("proofs.missing_max_tasks_per_child"):
        return sorted(lab.outcome(result)[1] for result in results)


def prove() -> None:
    lab.claim("hazard: found by each task", left_behind("0"), [1, 2, 3])
    lab.claim("mended: found by each task", left_behind("1"), [1, 1, 1])


if __name__ == "__main__":
    lab.main(prove)

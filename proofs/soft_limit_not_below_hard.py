"""A soft time limit above the hard one: since Celery 5.5 each call raises ValueError, before it never acts."""

import celery

from proofs import lab

app = lab.memory_app()
all_limited = lab.memory_app()
all_limited.conf.update(task_soft_time_limit=60, task_time_limit=70)


@app.task(soft_time_limit=60, time_limit=30)
def train() -> None:
    """Is never called."""


@all_limited.task(time_limit=30)
def export() -> None:
    """Is never called."""


@app.task(soft_time_limit=30, time_limit=60)
def train_mended() -> None:
    """Does nothing."""


@app.task(soft_time_limit=30, time_limit=30)
def train_equal() -> None:
    """Does nothing."""


def prove() -> None:
    own = "ValueError" if celery.VERSION[:2] >= (5, 5) else None
    lab.claim("hazard: delay raises", lab.raised_by(train.delay), own)
    of_setting = "ValueError" if celery.VERSION[:2] >= (5, 7) else None
    lab.claim("hazard: with the soft limit of a setting", lab.raised_by(export.delay), of_setting)
    lab.claim("mended: delay raises", lab.raised_by(train_mended.delay), None)
    lab.claim("mended: with equal limits", lab.raised_by(train_equal.delay), None)


if __name__ == "__main__":
    lab.main(prove)

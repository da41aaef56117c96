"""A swallowed error that is logged by its text leaves no trace of where it was raised; `exception` does."""

import logging

from proofs import lab

app = lab.memory_app()
logger = logging.getLogger("proof.images")


def find_image(number: int) -> None:
    raise KeyError(number)


@app.task
def thumbnail(number: int) -> None:
    try:
        find_image(number)
    except Exception as error:
        logger.error("no thumbnail: %s", error)


@app.task
def thumbnail_mended(number: int) -> None:
    try:
        find_image(number)
    except Exception:
        logger.exception("no thumbnail of image %s", number)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the run ends in", lab.outcome(thumbnail.delay(7)), ("SUCCESS", None))
        lab.claim("hazard: the line is logged", lab.is_logged("no thumbnail: 7"), True)
        lab.claim("hazard: where it was raised is logged", lab.is_logged("in find_image"), False)
        lab.claim("mended: the run ends in", lab.outcome(thumbnail_mended.delay(7)), ("SUCCESS", None))
        lab.claim("mended: where it was raised is logged", lab.is_logged("in find_image"), True)


if __name__ == "__main__":
    lab.main(prove)

"""Only the command line, which no task reaches, exits."""

import sys

from celery import shared_task

from images.convert import convert


@shared_task
def convert_image(path: str) -> int:
    return convert(path)


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: convert PATH")
    sys.exit(convert_image(sys.argv[1]))


if __name__ == "__main__":
    main()

from celery import chain, shared_task

from bookbinding.press import fold, sew, trim


@shared_task
def fold_sheets(book: int) -> list[str]:
    return fold(book)


@shared_task
def sew_sheets(sheets: list[str]) -> str:
    return sew(sheets)


@shared_task
def trim_block(block: str, margin: int = 3) -> str:
    return trim(block, margin)


def bind(book: int) -> None:
    chain(fold_sheets.s(book), sew_sheets.s(), trim_block.s(margin=5)).apply_async()
    chain(
        fold_sheets.s(book),
        sew_sheets.s(),
        trim_block.s(margin=5),
    ).delay()

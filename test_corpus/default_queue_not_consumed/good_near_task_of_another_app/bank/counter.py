from bank.tasks import book


def pay_in(amount: int) -> None:
    book.delay(amount)

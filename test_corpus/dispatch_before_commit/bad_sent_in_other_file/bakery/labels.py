from .tasks import print_label


def send_label(order_id: int) -> None:
    print_label.delay(order_id)


def announce(order_id: int) -> None:
    send_label(order_id)

from shop.tasks import price


def prices(products: list[int]) -> int:
    sent = price.apply_async(args=(products,), ignore_result=True)
    return sent.wait(10)  # expect CEL521: sent.wait(10)

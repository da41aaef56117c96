from shop.base import shop_task


@shop_task(ignore_result=False)
def set_metadata(path: str) -> str:
    return path

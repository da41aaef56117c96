from celery import Celery, Task

from mint.coins import strike

app = Celery("mint")


class StrikeCoins(Task):  # expect CEL106: class StrikeCoins
    max_retries = 1

    def run(self, number: int) -> int:
        return strike(number)


app.register_task(StrikeCoins())


def melt(number: int) -> int:  # expect CEL106: def melt
    return strike(-number)


melt_coins = app.task(melt, ignore_result=True)

from carding.celery import app


@app.task
def comb(bales: int) -> int:
    return bales * 4

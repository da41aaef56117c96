from harbour.app import app


@app.task(name="harbour.lift")
def lift(weight: int) -> int:
    return weight


@app.task(name="harbour.lower")
def lower(weight: int) -> int:
    return -weight

from post.worker import app


@app.task
def frank() -> None:
    print("franking")


@app.task
def seal() -> None:
    print("sealing")

from sailing.worker import app

app.worker_main(["worker"])

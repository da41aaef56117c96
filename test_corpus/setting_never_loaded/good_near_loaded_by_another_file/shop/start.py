from shop.queue import app

app.config_from_object("shop.queue")
app.worker_main(["worker", "--beat"])

from celery import Celery

app = Celery("radio")
app.conf.update(
    broker_url=[
        "amqp://studio:vinyl-33@north.radio.example:5672//",  # expect CEL713: "amqp://studio:vinyl-33@north.radio.example:5672//"
        "amqp://guest:guest@south.radio.example:5672//",
    ],
    result_backend="sentinel://:vinyl-33@one:26379;sentinel://:vinyl-33@two:26379",  # expect CEL713: "sentinel://:vinyl-33@one:26379;sentinel://:vinyl-33@two:26379"
)

class Redis:
    broker_url = "rediss://cache:6380/0"


class Rabbit(Redis):
    broker_url = "amqp://rabbit"

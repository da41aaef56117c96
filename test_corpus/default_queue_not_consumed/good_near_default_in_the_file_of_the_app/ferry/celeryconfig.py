from kombu import Queue

task_queues = (Queue("cargo"), Queue("bridge"))
beat_schedule = {"depart": {"task": "ferry.deck.depart", "schedule": 3600.0}}

class Queue:
    broker_url = "rediss://cache:6380/0"
    task_acks_late = True

import pickle

task_serializer = "pickle"


def archive(bird: object) -> bytes:
    return pickle.dumps(bird)

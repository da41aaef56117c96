"""`task` is locust's here, and the functions are methods of its user class."""

from locust import HttpUser, between, task


class Reader(HttpUser):
    wait_time = between(1, 5)

    @task(3)
    def read_article(self):
        self.client.get("/articles/42")

    @task
    def search(self):
        self.client.get("/search", params={"q": "harvest"})

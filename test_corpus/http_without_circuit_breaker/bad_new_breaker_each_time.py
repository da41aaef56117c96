import pybreaker
import requests
from celery import shared_task
from circuitbreaker import CircuitBreaker, circuit


@shared_task
def fetch_menu(restaurant: int) -> dict:
    @circuit(failure_threshold=5)  # expect CEL416: circuit(failure_threshold=5)
    def _fetch() -> dict:
        return requests.get(f"https://menus.example.com/{restaurant}", timeout=5).json()

    return _fetch()


@shared_task
def fetch_wines(restaurant: int) -> dict:
    breaker = pybreaker.CircuitBreaker(fail_max=5)  # expect CEL416: pybreaker.CircuitBreaker(fail_max=5)
    answer = breaker.call(requests.get, f"https://wines.example.com/{restaurant}", timeout=5)
    return answer.json()


@shared_task
def fetch_prices(restaurant: int) -> dict:
    @CircuitBreaker  # expect CEL416: CircuitBreaker
    def _fetch() -> dict:
        return requests.get(f"https://prices.example.com/{restaurant}", timeout=5).json()

    return _fetch()

"""What `apply` gives is ready; and the other `get` is that of a client."""

from letters.tasks import print_letter


def test_print_letter(client):
    result = print_letter.apply(args=[17]).get()
    assert result == "printed"
    assert client.get("/letters/17").json()["state"] == "printed"

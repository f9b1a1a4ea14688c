"""A function in Python as the tutorials of Knative write one: Flask, the cloudevents package, gunicorn."""

import os

from cloudevents.http import CloudEvent, from_http, to_binary
from flask import Flask, request

app = Flask(__name__)


@app.post("/")
def validate():
    event = from_http(request.headers, request.get_data())
    order = event.data
    lines = order.get("lines", [])
    valid = bool(lines) and all(
        line.get("sku") and line.get("quantity", 0) > 0 and line.get("unitPrice", 0) > 0 for line in lines
    )
    total = sum(line.get("quantity", 0) * line.get("unitPrice", 0) for line in lines)
    reply = CloudEvent(
        {
            "id": event["id"] + "-validated",
            "source": "/peers/flask",
            "subject": order["orderId"],
            "type": "com.example.order.validated" if valid else "com.example.order.rejected",
            "datacontenttype": "application/json",
        },
        {"orderId": order["orderId"], "total": total},
    )
    headers, body = to_binary(reply)
    return body, 200, headers


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))

// A function in JavaScript as the tutorials of the CloudEvents SDK write one, with Express.
const { CloudEvent, HTTP } = require("cloudevents");
const express = require("express");

const app = express();
app.use(express.json());

app.post("/", (request, response) => {
  const event = HTTP.toEvent({ headers: request.headers, body: request.body });
  const order = event.data;
  const lines = order.lines ?? [];
  const valid = lines.length > 0 && lines.every((line) => line.sku && line.quantity > 0 && line.unitPrice > 0);
  const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const reply = HTTP.binary(
    new CloudEvent({
      id: `${event.id}-validated`,
      source: "/peers/node",
      subject: order.orderId,
      type: valid ? "com.example.order.validated" : "com.example.order.rejected",
      datacontenttype: "application/json",
      data: { orderId: order.orderId, total },
    }),
  );
  response.set(reply.headers).send(reply.body);
});

app.listen(Number(process.env.PORT), "127.0.0.1");

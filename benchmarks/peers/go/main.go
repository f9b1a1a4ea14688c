// A function in Go as the tutorials of the CloudEvents SDK write one: an event comes in, something is
// decided, an event goes out.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"strconv"

	cloudevents "github.com/cloudevents/sdk-go/v2"
)

type order struct {
	OrderID string `json:"orderId"`
	Lines   []line `json:"lines"`
}

type line struct {
	Sku       string `json:"sku"`
	Quantity  int64  `json:"quantity"`
	UnitPrice int64  `json:"unitPrice"`
}

type verdict struct {
	OrderID string `json:"orderId"`
	Total   int64  `json:"total"`
}

func main() {
	port, err := strconv.Atoi(os.Getenv("PORT"))
	if err != nil {
		log.Fatalf("PORT: %s", err)
	}
	client, err := cloudevents.NewClientHTTP(cloudevents.WithPort(port))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(client.StartReceiver(context.Background(), validate))
}

func validate(event cloudevents.Event) (*cloudevents.Event, cloudevents.Result) {
	var in order
	if err := event.DataAs(&in); err != nil {
		return nil, cloudevents.NewHTTPResult(http.StatusBadRequest, "no order: %s", err)
	}
	out := verdict{OrderID: in.OrderID}
	valid := len(in.Lines) > 0
	for _, line := range in.Lines {
		valid = valid && line.Sku != "" && line.Quantity > 0 && line.UnitPrice > 0
		out.Total += line.Quantity * line.UnitPrice
	}

	reply := cloudevents.NewEvent()
	reply.SetID(event.ID() + "-validated")
	reply.SetSource("/peers/go")
	reply.SetSubject(in.OrderID)
	reply.SetType("com.example.order.rejected")
	if valid {
		reply.SetType("com.example.order.validated")
	}
	if err := reply.SetData(cloudevents.ApplicationJSON, out); err != nil {
		return nil, err
	}
	return &reply, cloudevents.ResultACK
}

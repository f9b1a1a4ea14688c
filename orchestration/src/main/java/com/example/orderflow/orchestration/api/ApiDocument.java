package com.example.orderflow.orchestration.api;

/**
 * The names and examples of {@code /q/openapi}. What operations have in common, the refusals, is
 * declared with the package, where the scanner looks for it.
 */
public final class ApiDocument {

  public static final String MALFORMED = "Malformed";
  public static final String NOT_ACCEPTABLE = "NotAcceptable";
  public static final String UNKNOWN_ORDER = "UnknownOrder";
  public static final String TOO_LARGE = "TooLarge";
  public static final String UNSUPPORTED_CONTENT_TYPE = "UnsupportedContentType";
  public static final String STREAM_EVENT = "StreamEvent";
  public static final String UNAVAILABLE = "Unavailable";

  static final String ORDER_EXAMPLE =
      """
      {"orderId": "536365", "customerId": "17850", "currency": "GBP",
       "destination": {"country": "GB"}, "paymentToken": "tok_ok",
       "lines": [{"sku": "85123A", "description": "WHITE HANGING HEART T-LIGHT HOLDER",
                  "quantity": 6, "unitPrice": 255}]}""";

  static final String PLACED_EXAMPLE =
      """
      {"orderId": "536365", "wiring": "broker", "state": "placed",
       "links": {"self": "/orders/536365", "events": "/orders/536365/events",
                 "stream": "/orders/536365/stream"}}""";

  static final String EVENT_EXAMPLE =
      """
      {"specversion": "1.0", "type": "com.example.order.created", "source": "shop", "id": "1",
       "data": {"orderId": "536365", "lines": [{"quantity": 6, "unitPrice": 255}]}}""";

  static final String MALFORMED_EXAMPLE =
      """
      {"title": "The request breaks a rule", "status": 400,
       "detail": "lines[0].quantity breaks its rule.",
       "violations": [{"field": "lines[0].quantity", "value": "1.5",
                       "rule": "a whole number of at most 64 bits, required"}]}""";

  static final String UNKNOWN_ORDER_EXAMPLE =
      """
      {"title": "There is no such order", "status": 404,
       "detail": "orderId: \\"536365\\" is not known. GET /orders lists those that are."}""";

  static final String PAGE_EXAMPLE =
      """
      {"orders": [{"orderId": "536365", "wiring": "broker", "state": "shipped",
                   "customerId": "17850", "acceptedAt": "2026-11-23T03:35:22.1Z",
                   "updatedAt": "2026-11-23T03:35:22.4Z", "conflict": false,
                   "deadLettered": false}],
       "next": "bjo0NzEx"}""";

  static final String DETAIL_EXAMPLE =
      """
      {"orderId": "536365", "wiring": "broker", "state": "shipped", "customerId": "17850",
       "acceptedAt": "2026-11-23T03:35:22.1Z", "updatedAt": "2026-11-23T03:35:22.4Z",
       "conflict": false, "deadLettered": false,
       "order": {"orderId": "536365", "customerId": "17850", "currency": "GBP",
                 "destination": {"country": "GB"}, "paymentToken": "tok_ok",
                 "lines": [{"sku": "85123A", "quantity": 6, "unitPrice": 255}]}}""";

  static final String TIMELINE_EXAMPLE =
      """
      {"orderId": "536365", "entries": [
        {"position": 4711, "kind": "event", "type": "com.example.order.shipped",
         "source": "ship-order", "id": "1f8b7a52-5d0e-3c7f-9a36-0b8f2f0f6a11",
         "time": "2026-11-23T03:35:22.4Z", "causationId": "7c9e6679-7425-30de-944b-e07fc1f90ae7",
         "data": {"orderId": "536365", "trackingNumber": "T-1"}}]}""";

  static final String DESK_EXAMPLE =
      """
      {"deadLetters": [{"orderId": "536365", "wiring": "broker", "state": "validated",
                        "acceptedAt": "2026-11-23T03:35:22.1Z", "since": "2026-11-23T03:42:09.8Z",
                        "reason": "com.example.order.validated could not be delivered to \
      http://process-payment.orderflow.svc.cluster.local, which answered 503",
                        "replayable": true}],
       "next": null}""";

  static final String STATS_EXAMPLE =
      """
      {"orders": {"broker": {"placed": 1, "validated": 0, "paid": 2, "shipped": 1363,
                             "rejected": 629, "paymentFailed": 29, "cancelled": 4}},
       "outbox": {"waiting": 0, "oldestSeconds": 0},
       "deadLetters": 0, "conflicts": 0, "streams": 3}""";

  static final String STREAM_EXAMPLE =
      """
      retry: 1000
      id: 4711

      id: 4712
      event: order
      data: {"position":4712,"orderId":"536365","wiring":"broker",\
      "type":"com.example.order.shipped","state":"shipped","time":"2026-11-23T03:35:22.4Z"}

      """;

  static final String UNAVAILABLE_EXAMPLE =
      """
      {"title": "The service cannot take this now", "status": 503,
       "detail": "Not accepted: too many orders wait for wiring argo. Send the same request again."}""";

  private ApiDocument() {}
}

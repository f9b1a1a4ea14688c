package com.example.orderflow.orchestration.api;

/**
 * The names and examples of {@code /q/openapi}. What operations have in common, the refusals, is
 * declared with the package, where the scanner looks for it.
 */
public final class ApiDocument {

  public static final String MALFORMED = "Malformed";
  public static final String NOT_ACCEPTABLE = "NotAcceptable";
  public static final String TOO_LARGE = "TooLarge";
  public static final String UNSUPPORTED_CONTENT_TYPE = "UnsupportedContentType";
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

  static final String UNAVAILABLE_EXAMPLE =
      """
      {"title": "The service cannot take this now", "status": 503,
       "detail": "Not accepted: too many orders wait for wiring argo. Send the same request again."}""";

  private ApiDocument() {}
}

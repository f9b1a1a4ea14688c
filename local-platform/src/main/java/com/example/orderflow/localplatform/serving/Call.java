package com.example.orderflow.localplatform.serving;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/** A request on its way to an instance. */
record Call(HttpMethod method, String uri, MultiMap headers, Buffer body) {}

package com.example.orderflow.localplatform.serving;

import java.time.Duration;

/**
 * What the autoscaler sees of a Service.
 *
 * @param concurrency requests at the instances and waiting for one
 * @param longestWait how long a request has been waiting that the instances had no room for
 */
record Load(int concurrency, Duration longestWait) {}

package com.example.orderflow.loadtester.sending;

import com.example.orderflow.loadtester.reading.OutgoingOrder;
import java.time.Instant;

/**
 * One sending of an order. All copies of it, and all tries of a copy, say the same.
 *
 * @param time when its first copy left
 * @param traceParent the trace it belongs to
 */
public record Copy(OutgoingOrder order, Instant time, String traceParent) {}

package com.example.orderflow.cli;

import com.example.orderflow.localplatform.eventing.Deliveries;
import java.util.List;

/**
 * A trace for scripts.
 *
 * @param order null when the order API does not know it
 * @param entries events and marks, causes before their effects
 * @param deliveries what Triggers and Sequences do, and lately did, with these events
 */
record TraceDocument(
    OrderApi.OrderLine order, List<OrderApi.Entry> entries, Deliveries deliveries) {}

package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Wiring;
import java.util.Set;

/** Told within the process, so that nobody has to look for new orders all the time. */
public record OrdersAccepted(Set<Wiring> wirings) {}

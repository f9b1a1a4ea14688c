package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import java.util.stream.Stream;

/** One way in which something does not get ready. What may pass by itself is a note. */
@FunctionalInterface
interface Cause {
  Stream<Finding> in(Observed observed);
}

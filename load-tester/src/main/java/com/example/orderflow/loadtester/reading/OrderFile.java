package com.example.orderflow.loadtester.reading;

import java.util.List;

/**
 * Orders in a file, which was read to its end once before the first order leaves: a file with a
 * fault anywhere sends nothing.
 *
 * <p>Reading streams: the file may be far larger than the memory.
 */
public interface OrderFile {
  /** How many orders {@link #orders()} gives. */
  long count();

  /** What somebody should know about how the file was read. */
  List<Notice> notices();

  /** The orders from the beginning. */
  Orders orders();
}

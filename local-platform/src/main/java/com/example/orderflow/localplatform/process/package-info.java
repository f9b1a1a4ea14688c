/**
 * Child processes that outlive nobody: programs, Kafka and PostgreSQL, started in order, stopped in
 * reverse, and found again after a {@code kill -9} of whoever started them.
 */
package com.example.orderflow.localplatform.process;

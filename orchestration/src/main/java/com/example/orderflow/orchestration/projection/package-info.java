/** Follows what becomes of the orders: one log of all entries, and a state for each order. */
package com.example.orderflow.orchestration.projection;

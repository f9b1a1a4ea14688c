/** The contract that all parts share: event types, payloads, schemas, ids. It knows nobody. */
package com.example.orderflow.events;

/** What happened, and what was answered: durable, append-only, in a database of its own. */
package com.example.orderflow.sandbox.ledger;

/** What the platform writes down about orders: the topics order-events and dead-letters. */
package com.example.orderflow.loadtester.topics;

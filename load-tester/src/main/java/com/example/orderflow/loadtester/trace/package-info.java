/** The way of one order: which event caused which. */
package com.example.orderflow.loadtester.trace;

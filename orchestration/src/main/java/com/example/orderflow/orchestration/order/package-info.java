/** The states of an order and what moves it between them; knows events, and nothing else. */
package com.example.orderflow.orchestration.order;

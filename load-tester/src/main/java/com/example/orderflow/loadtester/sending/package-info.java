/** Orders as {@code order.created} over HTTP to the ingress of the broker. */
package com.example.orderflow.loadtester.sending;

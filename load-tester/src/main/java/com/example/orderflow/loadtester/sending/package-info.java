/** Orders over HTTP to the API, or as events to the Broker. */
package com.example.orderflow.loadtester.sending;

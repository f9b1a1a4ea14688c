/** The values of the chart against its schema, in the words that the schema has for them. */
package com.example.orderflow.wiringcheck.values;

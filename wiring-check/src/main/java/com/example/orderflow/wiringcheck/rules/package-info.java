/**
 * What has to hold of a deployment; each class is one sentence, and knows what breaking it costs.
 */
package com.example.orderflow.wiringcheck.rules;

/**
 * Sends orders again: those that have not come to an end in time, and dead letters when told to.
 */
package com.example.orderflow.orchestration.sweeper;

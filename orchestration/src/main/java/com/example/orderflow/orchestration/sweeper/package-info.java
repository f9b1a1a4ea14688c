/** Sends orders again that have not come to an end in time. */
package com.example.orderflow.orchestration.sweeper;

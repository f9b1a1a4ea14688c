/** The HTTP API: what may be asked, and how a refusal says why. */
package com.example.orderflow.orchestration.api;

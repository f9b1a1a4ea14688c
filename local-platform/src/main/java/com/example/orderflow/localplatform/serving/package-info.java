/**
 * Knative Serving on one machine: each Service is a program that its first request starts and that
 * stops when nobody asks for it any more.
 */
package com.example.orderflow.localplatform.serving;

/**
 * How requests are read and refused: every error is a problem that quotes field, value and rule.
 */
package com.example.orderflow.sandbox.http;

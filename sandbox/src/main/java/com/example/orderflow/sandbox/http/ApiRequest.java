package com.example.orderflow.sandbox.http;

/** Marks what is read from the body of a POST, by {@link ApiRequestReader} and nobody else. */
public interface ApiRequest {}

package com.example.orderflow.loadtester.compare;

/** Lets the functions of a platform be those of another build, from nothing. */
public interface Builds {
  void use(String variant);
}

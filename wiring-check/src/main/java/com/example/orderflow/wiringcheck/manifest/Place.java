package com.example.orderflow.wiringcheck.manifest;

/**
 * Where something stands.
 *
 * @param file as the user named it, or the template that rendered it
 * @param line from 1; of a chart, in what the template renders
 */
public record Place(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}

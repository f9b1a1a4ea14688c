package com.example.orderflow.loadtester.plan;

/**
 * What a pod costs.
 *
 * @param cpu processors that it reserves
 * @param memoryGb that it reserves, the queue-proxy included
 * @param perCpuHour price; so is the next
 */
public record Cost(double cpu, double memoryGb, double perCpuHour, double perGbHour) {

  public double of(double podHours) {
    return podHours * (cpu * perCpuHour + memoryGb * perGbHour);
  }
}

package com.example.orderflow.localplatform.manifest;

/**
 * A Deployment of one replica, with the Service of the same name before it.
 *
 * @param readinessPath of its {@code readinessProbe}
 */
public record DeploymentManifest(
    String name, String image, String readinessPath, Environment env) {}

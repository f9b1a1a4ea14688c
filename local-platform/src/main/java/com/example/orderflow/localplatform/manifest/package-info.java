/**
 * Reads the manifests of {@code infra/}, and refuses by file, line and field what it cannot
 * interpret.
 */
package com.example.orderflow.localplatform.manifest;

/** Objects of Kubernetes as they stand in files: from a folder, a kustomization or a chart. */
package com.example.orderflow.wiringcheck.manifest;

/**
 * As much of Argo Workflows as {@code infra/argo/} uses: the Argo Server's endpoints, and a
 * controller that runs workflows of a WorkflowTemplate.
 */
package com.example.orderflow.localplatform.argo;

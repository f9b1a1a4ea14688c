/**
 * Makes the next function of a checkout, so that a fork begins with one that is deployed and
 * tested.
 *
 * <pre>
 *                  ┌─ ModuleFiles    functions/NAME/: program and test
 * NewFunction ─────┼─ ManifestFiles  infra/knative/base/: Service and Trigger    ─► Changes ─► checkout
 *                  └─ ChartFiles     infra/helm/orderflow/: the same, and values
 * </pre>
 *
 * <p>Manifests are copied from those of validate-order, so that what a fork has changed there holds
 * for the new function, too.
 */
package com.example.orderflow.cli.scaffold;

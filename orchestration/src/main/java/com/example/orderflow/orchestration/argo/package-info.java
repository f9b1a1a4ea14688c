/** The Argo Server as this service sees it: workflows are submitted, and followed to their end. */
package com.example.orderflow.orchestration.argo;

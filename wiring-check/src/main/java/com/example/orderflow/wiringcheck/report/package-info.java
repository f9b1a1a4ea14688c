/** Findings for programs: JSON, and SARIF for code hosts. */
package com.example.orderflow.wiringcheck.report;

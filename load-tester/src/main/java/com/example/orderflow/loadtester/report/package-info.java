/** What a run was like, for people and for programs. */
package com.example.orderflow.loadtester.report;

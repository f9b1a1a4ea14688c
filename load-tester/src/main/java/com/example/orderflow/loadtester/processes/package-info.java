/** What the processes of a platform use meanwhile. Linux only; elsewhere nothing is known. */
package com.example.orderflow.loadtester.processes;

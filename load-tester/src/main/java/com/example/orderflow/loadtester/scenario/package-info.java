/** Load tests as files: where, when and what is ordered. */
package com.example.orderflow.loadtester.scenario;

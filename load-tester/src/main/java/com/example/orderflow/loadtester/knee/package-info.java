/** The highest rate that a target bears. */
package com.example.orderflow.loadtester.knee;

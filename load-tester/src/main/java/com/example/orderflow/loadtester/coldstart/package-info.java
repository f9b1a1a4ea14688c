/** How long a function takes from nothing to its first answer. */
package com.example.orderflow.loadtester.coldstart;

/** Several runs side by side: what differs by more than chance. */
package com.example.orderflow.loadtester.compare;

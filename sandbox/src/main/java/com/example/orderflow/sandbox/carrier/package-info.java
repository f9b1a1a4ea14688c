/** The carrier, simulated: nothing is shipped, the country decides. */
package com.example.orderflow.sandbox.carrier;

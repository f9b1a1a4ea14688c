/** The payment gateway, simulated: no bank is asked, the token and the amount decide. */
package com.example.orderflow.sandbox.payment;

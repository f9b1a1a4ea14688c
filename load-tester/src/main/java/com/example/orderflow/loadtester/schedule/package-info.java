/**
 * When requests are due. Pure: a schedule knows no clock and fires nothing, so that what a run
 * wanted can be compared with what it did.
 */
package com.example.orderflow.loadtester.schedule;

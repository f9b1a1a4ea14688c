/** What became of every order that was sent, and whether the ledger of the sandbox agrees. */
package com.example.orderflow.loadtester.balance;

/** Everything a person runs. Thin: each command calls one module. */
package com.example.orderflow.cli;

/** How the functions' tests speak to a function over HTTP; packed into this module's test jar. */
package com.example.orderflow.eventpolicy.testing;

package com.example.orderflow.contracttests.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the local platform does not have, or what another test shows of it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Conditions.class)
@interface OnlyOnACluster {
  /** Why, with the test that shows what the local platform does instead. */
  String because();
}

package org.hindcast.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A test that needs a TimescaleDB of its own: without one it is reported as skipped. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Tag("timescaledb")
@EnabledIfEnvironmentVariable(
        named = OnTimescale.URL,
        matches = ".+",
        disabledReason = "HINDCAST_TEST_TIMESCALEDB_URL names no TimescaleDB")
public @interface OnTimescale {

    String URL = "HINDCAST_TEST_TIMESCALEDB_URL";
}

package org.hindcast.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    @DisplayName("S0-13: before the tables are there, nothing is ready, whatever the database says")
    void nothing_is_ready_before_the_tables_are_there() {
        Schema schema = new Schema();
        Health health = new Health();
        health.schema = schema;
        assertEquals(Schema.State.STARTING, schema.state());
        assertFalse(schema.isReady());
        assertFalse(health.isWell());
    }
}
